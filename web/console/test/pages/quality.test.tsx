import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { QuarantinedEvent, ReplayWish, NewSource, SourceChange } from '@/client'
import { quarantined } from '@mock/data/quarantine'
import { open } from '../render'
import { server } from '../server'

const { body, ...event } = quarantined[0]

describe('quarantine', () => {
  it('narrows to one source and reason, and the address says which', async () => {
    const { user, router } = open('/b/demo/quarantine')
    await user.click(await screen.findByRole('button', { name: /缺少有效的 userId/ }))
    await waitFor(() => expect(router.state.location.search).toBe('?source=2&reason=id-missing'))
    expect(await screen.findAllByRole('button', { name: 'Product Viewed' })).toHaveLength(5)
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Order Completed' })).not.toBeInTheDocument())
  })

  it('shows personal values only when asked, and sends the corrected text', async () => {
    const asked: string[] = []
    let sent: ReplayWish | undefined
    server.use(
      http.get('*/quarantine', () => HttpResponse.json({ items: [event], next: null })),
      http.get('*/quarantine/100', ({ request }) => {
        const personal = new URL(request.url).searchParams.get('personal') === 'true'
        asked.push(String(personal))
        return HttpResponse.json({ event, body: personal ? body : body.replace('13812345678', '138****5678'), envelope: null, personal })
      }),
      http.post('*/quarantine/100/replay', async ({ request }) => {
        sent = (await request.json()) as ReplayWish
        const replayed: QuarantinedEvent = { ...event, state: 'replayed' }
        return HttpResponse.json({ outcome: 'replayed', event: replayed, left: 0 })
      }),
    )
    const { user } = open('/b/demo/quarantine')
    await user.click(await screen.findByRole('button', { name: 'Order Completed' }))
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByText(/138\*\*\*\*5678/)).toBeInTheDocument()
    expect(asked).toEqual(['false'])
    await user.click(within(drawer).getByRole('button', { name: /^改\s*正$/ }))
    const text = await within(drawer).findByLabelText<HTMLTextAreaElement>('原文')
    expect(text.value).toContain('13812345678')
    expect(text.value).toContain('-68.00')
    await user.clear(text)
    await user.type(text, '{{"type":')
    expect(within(drawer).getByText('还不是正确的 JSON')).toBeInTheDocument()
    expect(within(drawer).getByRole('button', { name: '保存并重放' })).toBeDisabled()
    await user.type(text, '"track"}')
    await user.click(within(drawer).getByRole('button', { name: '保存并重放' }))
    await waitFor(() => expect(sent).toEqual({ body: '{"type":"track"}' }))
    expect(await screen.findByText('已重放，事件在日志里了')).toBeInTheDocument()
    expect(asked).toEqual(['false', 'true'])
  })

  it('says why an event still cannot be taken', async () => {
    server.use(http.post('*/quarantine/100/replay', () => HttpResponse.json({ outcome: 'refused', event: { ...event, detail: '时间早于 1970 年。' }, left: 0 })))
    const { user } = open('/b/demo/quarantine')
    await user.click((await screen.findAllByRole('button', { name: 'Order Completed' }))[0])
    await user.click(await screen.findByRole('button', { name: /^重\s*放$/ }))
    expect(await screen.findByText('仍然不能接收：时间早于 1970 年。')).toBeInTheDocument()
  })
})

describe('the event catalogue', () => {
  it('leads from a warning to the event’s properties', async () => {
    const { user, router } = open('/b/demo/event-catalogue?warned=1')
    expect(await screen.findByText('“price”从数字变成了文本')).toBeInTheDocument()
    expect(screen.queryByText('Page Viewed')).not.toBeInTheDocument()
    await user.click(screen.getByRole('link', { name: 'Product Viewed' }))
    await waitFor(() => expect(router.state.location.search).toBe('?name=Product%20Viewed'))
    expect(await screen.findByText('A-17 · B-02 · C-44')).toBeInTheDocument()
    expect(screen.getByText('个人信息，不显示')).toBeInTheDocument()
    expect(screen.getByText('数字 / 文本')).toBeInTheDocument()
  })

  it('lists the standard events and says which are being sent', async () => {
    open('/b/demo/event-catalogue?tab=standard')
    expect(await screen.findByText('获得积分')).toBeInTheDocument()
    expect((await screen.findAllByText('已在发送')).length).toBe(3)
  })
})

describe('a source', () => {
  it('is given a pace', async () => {
    let sent: SourceChange | undefined
    server.use(
      http.patch('*/sources/1', async ({ request }) => {
        sent = (await request.json()) as SourceChange
        return HttpResponse.json({})
      }),
    )
    const { user } = open('/b/demo/sources')
    expect(await screen.findByText('每秒 500 条')).toBeInTheDocument()
    await user.click(screen.getAllByRole('button', { name: /^设\s*置$/ })[0])
    const pace = await screen.findByLabelText('每秒最多多少条事件')
    await user.clear(pace)
    await user.type(pace, '20')
    await user.click(screen.getByRole('button', { name: /^保\s*存$/ }))
    await waitFor(() => expect(sent).toEqual({ eventsPerSecond: 20, side: 'client' }))
  })

  it('whose key stands in a page is made as one that strangers can read', async () => {
    let sent: NewSource | undefined
    server.use(
      http.post('*/sources', async ({ request }) => {
        sent = (await request.json()) as NewSource
        return HttpResponse.json({ source: { id: 9, name: '新官网', events: 0 }, writeKey: 'ww_x' })
      }),
    )
    const { user } = open('/b/demo/sources')
    expect((await screen.findAllByText('网页或 App')).length).toBe(1)
    await user.click(screen.getByRole('button', { name: '新建来源' }))
    await user.click(await screen.findByRole('radio', { name: '网页或 App' }))
    expect(await screen.findByText(/别人拿到密钥也刷不了积分/)).toBeInTheDocument()
    await user.type(screen.getByLabelText('来源名称'), '新官网')
    await user.click(screen.getByRole('button', { name: /^新\s*建$|^创\s*建$/ }))
    await waitFor(() => expect(sent).toEqual({ name: '新官网', side: 'client' }))
  })
})
