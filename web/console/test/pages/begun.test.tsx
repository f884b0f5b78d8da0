import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { NewLoyaltyTask, NewLuckyDraw, NewMemberBenefit } from '@/client'
import { luckyDraws, mallOrders, memberBenefits, memberTasks } from '@mock/data/mall'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

/** What is sent when a thing is changed. */
function sent<T>(path: string, answer: object): { body?: T } {
  const seen: { body?: T } = {}
  server.use(
    http.put(path, async ({ request }) => {
      seen.body = (await request.json()) as T
      return HttpResponse.json(answer)
    }),
  )
  return seen
}

async function edit(user: ReturnType<typeof open>['user'], name: string) {
  const row = (await screen.findByText(name)).closest('tr') as HTMLElement
  await user.click(within(row).getByRole('button', { name: /编\s*辑/ }))
  return screen.findByRole('dialog')
}

describe('what has begun', () => {
  it('of a task keeps how often, and takes another condition of what counts', async () => {
    const seen = sent<NewLoyaltyTask>('*/member-tasks/1', memberTasks[0])
    const { user } = open('/b/demo/member-tasks')
    const dialog = await edit(user, '写评价')
    expect(within(dialog).getByLabelText('几次')).toBeDisabled()
    await user.click(within(dialog).getByRole('button', { name: /限定属性/ }))
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }))
    expect(await within(dialog).findByText('行为的条件没有写完')).toBeInTheDocument()
    expect(seen.body).toBeUndefined()
  })

  it('of a task keeps its reward while its words change', async () => {
    const seen = sent<NewLoyaltyTask>('*/member-tasks/1', memberTasks[0])
    const { user } = open('/b/demo/member-tasks')
    const dialog = await edit(user, '写评价')
    await user.type(within(dialog).getByLabelText('名称'), '吧')
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(seen.body).toEqual({ ...memberTasks[0].task, name: '写评价吧' }))
  })

  it('of a draw keeps its odds and takes more of a prize', async () => {
    const seen = sent<NewLuckyDraw>('*/lucky-draws/1', luckyDraws[0])
    const { user } = open('/b/demo/lucky-draws')
    const dialog = await edit(user, '周末大转盘')
    expect(within(dialog).getAllByLabelText('概率')[0]).toBeDisabled()
    const stock = within(dialog).getAllByLabelText('库存')[0]
    await user.clear(stock)
    await user.type(stock, '150')
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(seen.body?.prizes[0]).toEqual({ ...luckyDraws[0].draw.prizes[0], stock: 150 }))
    expect(seen.body?.prizes[1]).toEqual(luckyDraws[0].draw.prizes[1])
  })

  it('of a benefit keeps its day; the programme\'s is changed in the programme', async () => {
    const seen = sent<NewMemberBenefit>('*/member-benefits/1', memberBenefits[0])
    const { user } = open('/b/demo/benefit-calendar?month=2026-11')
    const programme = (await screen.findByText('银卡月礼')).closest('tr') as HTMLElement
    expect(within(programme).getByText('会员体系')).toBeInTheDocument()
    expect(within(programme).queryByRole('button')).not.toBeInTheDocument()
    const dialog = await edit(user, '生日券')
    expect(within(dialog).getByLabelText('什么时候')).toBeDisabled()
    const cost = within(dialog).getByLabelText('一份成本')
    await user.clear(cost)
    await user.type(cost, '25')
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(seen.body).toEqual({ ...memberBenefits[0].benefit, cost: 25 }))
  })
})

describe('a task whose event is refused', () => {
  it('shows at the event what is wrong with it', async () => {
    const detail = '任务不能以完成任务为条件'
    server.use(http.put('*/member-tasks/1', () => problem(422, 'invalid', { errors: [{ pointer: '/definition/event/event', code: 'of-tasks', detail }] })))
    const { user } = open('/b/demo/member-tasks')
    const dialog = await edit(user, '写评价')
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }))
    const shown = await within(dialog).findByText(detail)
    expect(shown.closest('.ant-form-item')).toHaveTextContent('做什么')
  })
})

describe('an order of the mall that was handed out', () => {
  it('comes back with a reason, and says first what that gives back', async () => {
    const { user } = open('/b/demo/mall?tab=orders&state=fulfilled')
    await user.click((await screen.findAllByRole('button', { name: /退\s*回/ }))[0])
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText('1,200 积分退回会员，只退一次。')).toBeInTheDocument()
    await user.type(within(dialog).getByLabelText('退回原因'), '杯盖破损')
    await user.click(within(dialog).getByRole('button', { name: /退\s*回/ }))
    await waitFor(() => expect(mallOrders.find(({ order }) => order.number === '6')?.order.state).toBe('returned'))
  })
})
