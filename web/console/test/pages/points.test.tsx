import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { NewGrant } from '@/client'
import { customers } from '@mock/data/customers'
import { openings } from '@mock/data/points'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

const NO = customers[0].customerNo
const TAB = `/b/demo/customers/${NO}?tab=points`

describe('the points of one customer', () => {
  it('are told in four parts, and every booking says why', async () => {
    const { user } = open(TAB)
    expect(await screen.findByTestId('points-available')).toHaveTextContent('1,280')
    expect(screen.getByTestId('points-frozen')).toHaveTextContent('300')
    expect(await screen.findByText('订单 T-1020：120 = 60.00 × 2 银卡')).toBeInTheDocument()
    expect(screen.getByText('待生效 +120')).toBeInTheDocument()
    const shared = screen.getByText(/其中 40 分来自共享账户的其他成员/).closest('tr') as HTMLElement
    expect(shared).toHaveTextContent('共享账户：张* 40')
    expect(within(shared).getByRole('link', { name: '张*' })).toHaveAttribute('href', `/b/demo/customers/${customers[2].customerNo}?tab=points`)
    const back = screen.getByText('订单 T-1001 退款').closest('tr') as HTMLElement
    expect(within(back).getByText('−20')).toBeInTheDocument()
    expect(within(back).getByText('欠分 +15')).toBeInTheDocument()
    expect(screen.getByText(/补记/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '下一页' }))
    expect(await screen.findByText('第 2 页')).toBeInTheDocument()
  })

  it('stand below the tier, which says how far the next one is', async () => {
    open(TAB)
    await waitFor(() => expect(screen.getByTestId('tier')).toHaveTextContent('会员'))
    expect(await screen.findByTestId('next-tier')).toHaveTextContent('离银卡还差£580.00')
  })

  it('are granted with a reason, and a second press books nothing more', async () => {
    const asked: NewGrant[] = []
    server.use(
      http.post('*/points/grants', async ({ request }) => {
        asked.push((await request.json()) as NewGrant)
        return asked.length === 1 ? problem(500, 'server-error') : HttpResponse.json({ entry: 7, points: 50, repeated: true })
      }),
    )
    const { user } = open(TAB)
    await user.click(await screen.findByRole('button', { name: '补发积分' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('积分数'), '50')
    await user.type(within(dialog).getByLabelText('原因'), '活动补偿')
    const grant = within(dialog).getByRole('button', { name: '补发积分' })
    await user.click(grant)
    await waitFor(() => expect(asked).toHaveLength(1))
    await user.click(grant)
    expect(await screen.findByText('这一笔先前已经记过，没有重复记账。')).toBeInTheDocument()
    expect(asked[0]).toEqual({ key: asked[1].key, points: 50, note: '活动补偿', expiresOn: null })
  })

  it('above the limit are asked of a colleague, or left', async () => {
    const asked: unknown[] = []
    server.use(
      http.post('*/points/grants', () => problem(409, 'grant-needs-approval', { detail: '今天还能补发 200 积分。' })),
      http.post('*/loyalty/grant-requests/points', async ({ request }) => HttpResponse.json((asked.push(await request.json()), { id: '9' }))),
    )
    const { user } = open(TAB)
    await user.click(await screen.findByRole('button', { name: '补发积分' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('积分数'), '500')
    await user.type(within(dialog).getByLabelText('原因'), '活动补偿')
    await user.click(within(dialog).getByRole('button', { name: '补发积分' }))
    const question = (await screen.findByText('今天还能补发 200 积分。')).closest<HTMLElement>('.ant-modal-confirm')!
    await user.click(within(question).getByRole('button', { name: /取\s*消/ }))
    expect(asked).toEqual([])
    await user.click(await within(dialog).findByRole('button', { name: '补发积分' }))
    await user.click(await screen.findByRole('button', { name: '请同事批准' }))
    await waitFor(() => expect(asked).toMatchObject([{ customer: 12_346, taken: false, points: 500, note: '活动补偿' }]))
  })

  it('are not taken when there are too few, which is said at the field', async () => {
    server.use(http.post('*/points/deductions', () => problem(409, 'points-insufficient', { detail: '可用积分只有 10，没有扣减。' })))
    const { user } = open(TAB)
    await screen.findByTestId('points-available')
    await user.click(screen.getByRole('button', { name: '扣减积分' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/最多能扣/)).toBeInTheDocument()
    await user.type(within(dialog).getByLabelText('积分数'), '20')
    await user.type(within(dialog).getByLabelText('原因'), '误发')
    await user.click(within(dialog).getByRole('button', { name: '扣减积分' }))
    expect(await within(dialog).findByText('可用积分只有 10，没有扣减。')).toBeInTheDocument()
  })
})

describe('the page of points', () => {
  it('says what members have and what is lost, by month', async () => {
    const { user, router } = open('/b/demo/points')
    expect(await screen.findByText(/会员手里共有 40.04万 积分；.*8.5% 是过期的/)).toBeInTheDocument()
    expect(screen.getByText('2026年9月')).toBeInTheDocument()
    await user.click(screen.getByRole('tab', { name: '试算平衡' }))
    expect(router.state.location.search).toBe('?tab=trial')
    expect(await screen.findByTestId('trial-sum')).toHaveTextContent('账是平的')
    expect(screen.getByText('品牌 · 商城')).toBeInTheDocument()
  })

  it('adds up the ledger only when asked to', async () => {
    let asked = 0
    const differences = [{ what: 'account', which: '12', stands: 100, adds: 90 }]
    server.use(
      http.get('*/points/reconciliation', () => {
        asked += 1
        return HttpResponse.json({ entries: 48_210, differences: asked === 1 ? [] : differences })
      }),
    )
    const { user } = open('/b/demo/points?tab=reconciliation')
    const run = await screen.findByRole('button', { name: '开始对账' })
    expect(asked).toBe(0)
    await user.click(run)
    expect(await screen.findByTestId('reconciled')).toHaveTextContent('没有差异：48,210 笔记账都对得上。')
    await user.click(screen.getByRole('button', { name: '再对一次' }))
    await waitFor(() => expect(screen.getByTestId('reconciled')).toHaveTextContent('有 1 处对不上'))
    expect(screen.getByText('账户')).toBeInTheDocument()
  })

  it('names the customers whose opening balance may have been told twice', async () => {
    server.use(http.get('*/points/openings', () => HttpResponse.json({ ...openings, doubted: [{ customer: '31', openings: 2, points: 200 }] })))
    open('/b/demo/points?tab=openings')
    expect(await screen.findByRole('link', { name: '客户 31：2 笔，共 200 分' })).toHaveAttribute('href', '/b/demo/customers/31')
  })

  it('names the members whose opening balance differs', async () => {
    server.use(http.get('*/points/openings', () => HttpResponse.json({ ...openings, differences: [{ what: 'opening', which: '31', stands: 5, adds: 4 }] })))
    open('/b/demo/points?tab=openings')
    expect(await screen.findByTestId('openings')).toHaveTextContent('有 1 位会员的期初积分与账上不同。')
    expect(screen.getByText('31')).toBeInTheDocument()
  })

  it('says what to do first where there are no points, and why it is closed to some', async () => {
    server.use(http.get('*/points/liability', () => HttpResponse.json([])))
    open('/b/demo/points')
    expect(await screen.findByText('还没有积分入账。')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '导入期初积分' })).toHaveAttribute('href', '/b/demo/imports/new')
  })

  it('tells whoever may not see it', async () => {
    server.use(http.get('*/points/liability', () => problem(403, 'forbidden')))
    open('/b/demo/points')
    expect(await screen.findByRole('alert')).toHaveAttribute('data-code', 'forbidden')
  })
})
