import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { NewGroupSend } from '@/client'
import { groupSend, groupSendRows, handTasks, lateWork, moment, momentGuides } from '@mock/data/wecomSends'
import { open } from '../render'
import { server } from '../server'

describe('what guides write by hand', () => {
  it('stands with whom, the words and the time, and is marked sent or not', async () => {
    const left = [...handTasks]
    const told: unknown[] = []
    server.use(
      http.get('*/hand-tasks/open', () => HttpResponse.json({ items: left, next: null })),
      http.post('*/hand-tasks/:id/result', async ({ params, request }) => {
        told.push(await request.json())
        return HttpResponse.json(left.splice(left.findIndex(({ id }) => id === params.id), 1)[0])
      }),
    )
    const { user } = open('/b/demo/hand-tasks')
    const one = await screen.findByTestId('hand-task-1')
    expect(one).toHaveTextContent('周琳')
    expect(one).toHaveTextContent('您的茶到了')
    expect(screen.getByTestId('hand-task-2')).toHaveTextContent('老客群')
    await user.click(within(one).getByRole('button', { name: '已发送' }))
    await waitFor(() => expect(screen.queryByTestId('hand-task-1')).not.toBeInTheDocument())
    await user.click(within(screen.getByTestId('hand-task-2')).getByRole('button', { name: '没有发' }))
    await user.click(await screen.findByText('群已解散'))
    expect(await screen.findByText('都发完了')).toBeInTheDocument()
    expect(told).toEqual([
      { result: 'sent', note: null },
      { result: 'group-gone', note: null },
    ])
  })
})

describe('a message to groups', () => {
  it('is told group by group, with the reason, and counts people once', async () => {
    server.use(
      http.get('*/group-sends/7', () => HttpResponse.json(groupSend)),
      http.get('*/group-sends/7/groups', () => HttpResponse.json({ items: groupSendRows, next: null })),
      http.get('*/group-sends/7/reach', () => HttpResponse.json({ people: 4, customers: 3 })),
    )
    open('/b/demo/group-sends/7')
    expect(await screen.findByText('等待群主确认')).toBeInTheDocument()
    expect(screen.getByText('群主已离职，请先把群转给在职导购')).toBeInTheDocument()
    expect(screen.getByTestId('group-reach')).toHaveTextContent('4')
  })

  it('is asked for once, whatever is pressed twice', async () => {
    const keys: string[] = []
    server.use(
      http.get('*/group-sends', () => HttpResponse.json({ items: [], next: null })),
      http.get('*/groups', () => HttpResponse.json({ items: [{ chatId: 'wrA', name: '老客群', owner: 'g1', ownerName: '导购1', ownerLeft: false, customers: 12, guides: 1, createdAt: '2026-11-01T00:00:00Z' }], next: null })),
      http.post('*/group-sends', async ({ request }) => {
        keys.push(((await request.json()) as NewGroupSend).key)
        return HttpResponse.json({ type: '', title: '', status: 503, code: 'wecom-busy', detail: '企业微信暂时限制了调用频率', traceId: 't' }, { status: 503 })
      }),
    )
    const { user } = open('/b/demo/group-sends')
    await user.click((await screen.findAllByRole('button', { name: '新建群消息' }))[0])
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('名称'), '周三茶会')
    await user.type(within(dialog).getByLabelText('内容'), '周三下午来喝茶')
    await user.click(within(dialog).getByLabelText('发到哪些群'))
    await user.click(await screen.findByText('老客群 · 12 位客户 · 群主 导购1'))
    await user.click(within(dialog).getByRole('button', { name: /^发\s*出$/ }))
    await waitFor(() => expect(keys).toHaveLength(1))
    await user.click(within(dialog).getByRole('button', { name: /^发\s*出$/ }))
    await waitFor(() => expect(keys).toHaveLength(2))
    expect(keys[1]).toBe(keys[0])
  })
})

describe('moments', () => {
  it('tell who has published and who has not', async () => {
    server.use(
      http.get('*/moments/3', () => HttpResponse.json(moment)),
      http.get('*/moments/3/guides', () => HttpResponse.json({ items: momentGuides, next: null })),
    )
    open('/b/demo/moments/3')
    expect(await screen.findByText('等待导购发表')).toBeInTheDocument()
    expect(screen.getAllByText('已发表').length).toBeGreaterThan(0)
  })
})

describe('what is late in WeCom', () => {
  it('is on the page of what is late, with the reason', async () => {
    server.use(http.get('*/wecom/late', () => HttpResponse.json(lateWork)))
    open('/b/demo/journeys/health')
    expect(await screen.findByText('等待导购处理')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '群消息 · 周三茶会' })).toHaveAttribute('href', '/b/demo/group-sends/7')
  })
})
