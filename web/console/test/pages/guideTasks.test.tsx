import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { AsideRun, SkipNode } from '@/client'
import { asideRuns, guideTasks, standing } from '@mock/data/journeys'
import { open } from '../render'
import { server } from '../server'

const guide = { id: '4', username: 'qian', displayName: '钱多', role: 'guide', mustChangePassword: false, mayLookUp: false, mayDownload: false }

describe('a guide’s tasks', () => {
  it('stand with the customer, the words and the time, and are marked done', async () => {
    const left = [...guideTasks]
    server.use(
      http.get('*/guide-tasks', () => HttpResponse.json({ items: left, next: null })),
      http.post('*/guide-tasks/:id/done', ({ params }) => {
        left.splice(left.findIndex(({ id }) => id === params.id), 1)
        return new HttpResponse(null, { status: 204 })
      }),
    )
    const { user } = open('/b/demo/tasks')
    const task = await screen.findByTestId('task-5')
    expect(task).toHaveTextContent('周琳')
    expect(task).toHaveTextContent('周琳您好，喜欢绿茶还是花茶？')
    expect(task).toHaveTextContent('已过期')
    expect(screen.getByTestId('task-6')).toHaveTextContent('客户 13')
    expect(screen.getByText('2 件事等您，先做快到期的。')).toBeInTheDocument()
    await user.click(within(task).getByRole('button', { name: '做完了' }))
    await waitFor(() => expect(screen.queryByTestId('task-5')).not.toBeInTheDocument())
    expect(screen.getByText('1 件事等您，先做快到期的。')).toBeInTheDocument()
  })

  it('are told again when somebody else was quicker', async () => {
    let closed = false
    server.use(
      http.get('*/guide-tasks', () => HttpResponse.json({ items: closed ? [] : [guideTasks[0]], next: null })),
      http.post('*/guide-tasks/:id/done', () => {
        closed = true
        return HttpResponse.json({ type: '', title: '', status: 409, code: 'guide-task-closed', detail: '这个任务已经结束（done），没有重复记录。', traceId: 't' }, { status: 409 })
      }),
    )
    const { user } = open('/b/demo/tasks')
    await user.click(within(await screen.findByTestId('task-5')).getByRole('button', { name: '做完了' }))
    expect(await screen.findByText(/这个任务已经结束/)).toBeInTheDocument()
    expect(await screen.findByText('现在没有任务')).toBeInTheDocument()
  })

  it('are what a guide who signs in sees, and nothing else', async () => {
    server.use(
      http.get('*/api/session', () => HttpResponse.json({ person: guide, brands: [{ id: 'demo', name: '清溪礼品', currency: 'GBP', timeZone: 'Europe/London' }], version: '1', demo: true })),
      http.get('*/guide-tasks', () => HttpResponse.json({ items: [guideTasks[1]], next: null })),
    )
    const { router } = open('/')
    await screen.findByTestId('task-6')
    expect(router.state.location.pathname).toBe('/b/demo/tasks')
    const nav = screen.getByRole('navigation', { name: '主导航' })
    expect(within(nav).getByRole('link', { name: '导购任务' })).toBeInTheDocument()
    expect(within(nav).queryByRole('link', { name: '人群' })).not.toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '看客户' })).not.toBeInTheDocument()
  })
})

describe('the tasks of all guides', () => {
  it('are seen by how they stand and by guide, in the address', async () => {
    const { user, router } = open('/b/demo/tasks')
    await user.click(await screen.findByRole('button', { name: '所有导购的任务' }))
    expect(await screen.findByText('没有专属导购')).toBeInTheDocument()
    await user.click(screen.getByText('过期未做'))
    expect(await screen.findByRole('link', { name: '许安' })).toHaveAttribute('href', '/b/demo/customers/14')
    expect(screen.getByRole('link', { name: '周琳' })).toBeInTheDocument()
    expect(screen.getByText('已过期，客户往下走了')).toBeInTheDocument()
    await user.click(screen.getByRole('combobox', { name: '导购' }))
    const options = await screen.findAllByText(/（过期 1，未到期 0）/, { selector: '.ant-select-item-option-content' })
    await user.click(options[1])
    await waitFor(() => expect(screen.queryByRole('link', { name: '周琳' })).not.toBeInTheDocument())
    expect(router.state.location.search).toBe('?state=late&guide=guide002')
    await user.click(screen.getByText('做完了'))
    await waitFor(() => expect(router.state.location.search).toBe('?state=done&guide=guide002'))
  })
})

describe('the health of journeys', () => {
  it('lists who is late with the reason, and says so first', async () => {
    open('/b/demo/journeys/health')
    expect(await screen.findByTestId('health-headline')).toHaveTextContent('2 位客户该往下走还没走。')
    expect(screen.getByText('消息还没有结果（限额、免打扰时段、渠道或导购确认）')).toBeInTheDocument()
    await waitFor(() => expect(screen.getAllByText('请导购「问候新会员」，限 2 天').length).toBeGreaterThan(0))
  })

  it('shows who was put aside of one journey only', async () => {
    const other: AsideRun = { ...asideRuns[0], run: '99', journey: '2', name: '生日礼遇', customerNo: 44 }
    const asked: (string | null)[] = []
    server.use(
      http.get('*/journeys', () => HttpResponse.json(['1', '2'].map((id) => ({ id, name: id === '1' ? '新会员欢迎' : '生日礼遇', state: 'live', version: 1, inside: 5, aside: 1, nextAt: null, updatedAt: '2026-11-19T02:00:00Z', updatedBy: 'lin' })))),
      http.get('*/journeys/aside', ({ request }) => {
        const of = new URL(request.url).searchParams.get('journey')
        asked.push(of)
        return HttpResponse.json({ items: [asideRuns[0], other].filter(({ journey }) => !of || journey === of), next: null })
      }),
    )
    const { user, router } = open('/b/demo/journeys/health')
    expect(await screen.findByText('客户 44')).toBeInTheDocument()
    await user.click(screen.getByRole('combobox', { name: '只看一个旅程' }))
    await user.click(await screen.findByTitle('新会员欢迎 · 1'))
    await waitFor(() => expect(screen.queryByText('客户 44')).not.toBeInTheDocument())
    expect(router.state.location.search).toBe('?journey=1')
    expect(asked.at(-1)).toBe('1')
  })

  it('lists sends and jobs that are late with the reason as well', async () => {
    const job = { id: 'j1', kind: 'import', title: { zh: '导入 11 月订单', en: 'Orders of November' }, state: 'failed', done: 10, total: 20, unit: 'lines', message: { zh: '文件读到一半断了', en: 'The file broke off' }, link: '/brands/demo/imports/9', secondsLeft: null, startedAt: '2026-11-19T02:00:00Z', finishedAt: '2026-11-19T02:05:00Z' }
    server.use(http.get('*/api/jobs', () => HttpResponse.json({ items: [job, { ...job, id: 'j2', state: 'done', title: { zh: '好的', en: 'fine' } }], next: null })))
    open('/b/demo/journeys/health')
    expect(await screen.findByText('文件读到一半断了')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '导入 11 月订单' })).toHaveAttribute('href', '/b/demo/imports/9')
    expect(screen.queryByText('好的')).not.toBeInTheDocument()
    expect(await screen.findByText(/下次再试/)).toBeInTheDocument()
  })

  it('says that nothing is stuck', async () => {
    server.use(
      http.get('*/journeys/health', () => HttpResponse.json({ ...standing, late: [] })),
      http.get('*/journeys/aside', () => HttpResponse.json({ items: [], next: null })),
    )
    open('/b/demo/journeys/health')
    expect(await screen.findByTestId('health-headline')).toHaveTextContent('都在按时走。')
    expect(await screen.findByText('没有人卡住')).toBeInTheDocument()
    expect(await screen.findByText('没有待处理的人')).toBeInTheDocument()
  })

  it('lets a person try again, or skip the step by the way they choose', async () => {
    const left = [...asideRuns]
    const asked: [string, unknown][] = []
    server.use(
      http.get('*/journeys/aside', () => HttpResponse.json({ items: left, next: null })),
      http.post('*/journeys/aside/77/retry', () => {
        asked.push(['retry', null])
        return new HttpResponse(null, { status: 204 })
      }),
      http.post('*/journeys/aside/77/skip', async ({ request }) => {
        asked.push(['skip', ((await request.json()) as SkipNode).exit])
        left.pop()
        return new HttpResponse(null, { status: 204 })
      }),
    )
    const { user } = open('/b/demo/journeys/health')
    const retry = await screen.findByRole('button', { name: /重\s*试/ })
    expect(screen.getByText('试过 5 次')).toBeInTheDocument()
    await user.click(retry)
    await waitFor(() => expect(asked).toEqual([['retry', null]]))
    await user.click(screen.getByRole('button', { name: '跳过这一步' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('combobox', { name: '跳过这一步' }))
    await user.click(await screen.findByTitle('做完了'))
    await user.click(within(dialog).getByRole('button', { name: '跳过这一步' }))
    await waitFor(() => expect(asked[1]).toEqual(['skip', 'done']))
    expect(await screen.findByText('没有待处理的人')).toBeInTheDocument()
  })
})
