import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { ProgrammeDraft } from '@/client'
import { definition, programmes, reading } from '@mock/data/programme'
import { open } from '../render'
import { server } from '../server'

// By text: asking for roles in a form this long takes seconds.
const button = async (text: string | RegExp) => (await screen.findByText(text)).closest('button') as HTMLElement

const fault = { pointer: '/definition/earn/0/grant/points', code: 'out-of-range', detail: { zh: '超出范围：1 … 10000000。', en: 'Out of range.' } }

describe('the programme', () => {
  it('reads beside the form, and is saved as it was when nothing is changed', async () => {
    let saved: ProgrammeDraft | undefined
    server.use(
      http.get('*/loyalty/programme', () => HttpResponse.json(programmes)),
      http.put('*/loyalty/programme', async ({ request }) => {
        saved = (await request.json()) as ProgrammeDraft
        return HttpResponse.json(programmes)
      }),
    )
    const { user } = open('/b/demo/programme')
    expect(await screen.findByText('消费得分：每满 1 得 1 分')).toBeInTheDocument()
    expect(screen.getByText('第 2 版正在执行，草稿有改动还没发布。')).toBeInTheDocument()
    await user.click(await button('保存草稿'))
    expect(await screen.findByText('草稿已保存')).toBeInTheDocument()
    const bare = JSON.parse(JSON.stringify(definition, (_, value: unknown) => value ?? undefined)) as object
    expect(saved?.definition).toEqual(bare)
  })

  it('says at the field and in a list what keeps it from being published', async () => {
    server.use(
      http.get('*/loyalty/programme', () => HttpResponse.json(programmes)),
      http.post('*/loyalty/programme/check', () => HttpResponse.json({ faults: [fault], warnings: [], reading: null })),
    )
    const { user } = open('/b/demo/programme')
    await user.click(await button(/^检\s*查$/))
    const list = await screen.findByTestId('programme-faults')
    expect(list).toHaveTextContent('有 1 处要改')
    expect(list).toHaveTextContent('/earn/0/grant/points')
    const shown = await screen.findAllByText('超出范围：1 … 10000000。')
    const item = shown.map((one) => one.closest('.ant-form-item')).find(Boolean) as HTMLElement
    expect(within(item).getByLabelText('积分')).toHaveValue('1')
  })

  it('takes the word of pages only where that is switched on, and warns of it', async () => {
    let saved: ProgrammeDraft | undefined
    const tour = { ...definition.earn[0], id: 'tour', name: '导览', grant: { type: 'event' as const, event: { event: 'Tour Taken', where: [] }, points: 5, fromPages: false } }
    const draft = { ...definition, earn: [tour] }
    const warning = { pointer: '/definition/earn/0/grant/fromPages', code: 'pages-uncapped', detail: { zh: '请定一个上限。', en: 'Set a cap.' } }
    server.use(
      http.get('*/loyalty/programme', () => HttpResponse.json({ ...programmes, draft })),
      http.put('*/loyalty/programme', async ({ request }) => {
        saved = (await request.json()) as ProgrammeDraft
        return HttpResponse.json({ ...programmes, draft: saved.definition, warnings: [warning] })
      }),
    )
    const { user } = open('/b/demo/programme')
    const item = (await screen.findByText('网页、App 上报的也算')).closest('.ant-form-item') as HTMLElement
    expect(item).toHaveTextContent('不打开，只认服务端来源')
    await user.click(within(item).getByRole('switch'))
    await user.click(await button('保存草稿'))
    const warnings = await screen.findByTestId('programme-warnings')
    expect(warnings).toHaveTextContent('有 1 处多半不是本意')
    expect(warnings).toHaveTextContent('请定一个上限。')
    expect(saved?.definition?.earn[0].grant).toEqual({ ...tour.grant, fromPages: true })
    expect(screen.queryByTestId('programme-faults')).not.toBeInTheDocument()
  })

  it('is published only once it is saved and sound, after it is said what that means', async () => {
    let published = false
    server.use(
      http.get('*/loyalty/programme', () => HttpResponse.json(programmes)),
      http.post('*/loyalty/programme/publish', () => {
        published = true
        return HttpResponse.json({ ...programmes, version: 3, differs: false })
      }),
    )
    const { user } = open('/b/demo/programme')
    const publish = await button(/^发\s*布$/)
    const [name] = screen.getAllByLabelText('名称')
    await user.type(name, '啊')
    expect(publish).toBeDisabled()
    await user.click(await button('保存草稿'))
    await waitFor(() => expect(publish).toBeEnabled())
    await user.click(publish)
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('发布后立即对所有会员执行')
    expect(published).toBe(false)
    await user.click(within(dialog).getByText(/^发\s*布$/))
    expect(await screen.findByText('第 3 版已发布')).toBeInTheDocument()
    expect(await screen.findByText('第 3 版正在执行，草稿与它相同。')).toBeInTheDocument()
  })

  it('can be what was published before again', async () => {
    let saved: ProgrammeDraft | undefined
    server.use(
      http.get('*/loyalty/programme', () => HttpResponse.json(programmes)),
      http.put('*/loyalty/programme', async ({ request }) => {
        saved = (await request.json()) as ProgrammeDraft
        return HttpResponse.json({ ...programmes, draft: saved.definition, reading })
      }),
    )
    const { user } = open('/b/demo/programme?tab=versions')
    const row = (await screen.findByText('第 1 版')).closest('tr') as HTMLElement
    await user.click(within(row).getByText('取回为草稿'))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByText('取回为草稿'))
    await waitFor(() => expect(saved?.definition?.earn).toHaveLength(1))
    await waitFor(() => expect(screen.queryByText('规则 2')).not.toBeInTheDocument())
  })
})
