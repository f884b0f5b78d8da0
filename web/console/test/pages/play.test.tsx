import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { CheckInRule, NewLuckyDraw } from '@/client'
import { luckyDraws } from '@mock/data/mall'
import { open } from '../render'
import { server } from '../server'

describe('tasks', () => {
  it('say what is to be done, how often and what for', async () => {
    open('/b/demo/member-tasks')
    const row = (await screen.findByText('写评价')).closest('tr') as HTMLElement
    expect(row).toHaveTextContent('评价商品 3 次，每周')
    expect(row).toHaveTextContent('30 积分')
    expect(within(row).getByText('进行中')).toBeInTheDocument()
    expect(await screen.findByText('新手成长')).toBeInTheDocument()
  })

  it('are stopped with one press', async () => {
    const { user } = open('/b/demo/member-tasks')
    const row = (await screen.findByText('写评价')).closest('tr') as HTMLElement
    await user.click(within(row).getByRole('button', { name: /停\s*用/ }))
    expect(await screen.findByText('任务已停用，已完成的奖励照发')).toBeInTheDocument()
  })
})

describe('the rule for checking in', () => {
  it('is stored with numbers, and what its bonuses are for', async () => {
    let saved: CheckInRule | undefined
    server.use(
      http.put('*/check-in/rule', async ({ request }) => {
        saved = (await request.json()) as CheckInRule
        return HttpResponse.json(saved)
      }),
    )
    const { user } = open('/b/demo/member-tasks?tab=check-in')
    await user.click(await screen.findByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(saved).toEqual({ active: true, points: [1, 2, 5], bonuses: [{ day: 7, reward: { type: 'points', points: 50 } }] }))
  })
})

describe('lucky draws', () => {
  it('show odds and how many of each prize were won', async () => {
    open('/b/demo/lucky-draws')
    expect(await screen.findByText('12.5% · 31 / 100')).toBeInTheDocument()
    expect(screen.getByText('30% · 74 / 不限')).toBeInTheDocument()
  })

  it('cannot be stored with odds above one, and are kept in rolls of a million', async () => {
    let made: NewLuckyDraw | undefined
    server.use(
      http.post('*/lucky-draws', async ({ request }) => {
        made = (await request.json()) as NewLuckyDraw
        return HttpResponse.json({ ...luckyDraws[0], id: '9' }, { status: 201 })
      }),
    )
    const { user } = open('/b/demo/lucky-draws')
    await user.click(await screen.findByRole('button', { name: '新建抽奖' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('名称'), '大转盘')
    await user.type(within(dialog).getByLabelText('奖品名'), '谢礼')
    const odds = within(dialog).getByLabelText('概率')
    await user.clear(odds)
    await user.type(odds, '12.5')
    expect(await within(dialog).findByText('合计 12.5%，谢谢参与 87.5%')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(made?.prizes).toEqual([{ name: '谢礼', reward: { type: 'points', points: 10 }, weight: 125_000, stock: null }]))
  })

  it('show every roll and what it can be checked with', async () => {
    const { user } = open('/b/demo/lucky-draws')
    await user.click(await screen.findByRole('button', { name: '抽奖记录' }))
    expect(await screen.findByText('80,412')).toBeInTheDocument()
    expect(screen.getByText(luckyDraws[0].promise)).toBeInTheDocument()
  })
})

describe('the benefit calendar', () => {
  it('shows what is on which day, and what depends on the member', async () => {
    open('/b/demo/benefit-calendar?month=2026-11')
    const day = await screen.findByRole('gridcell', { name: '2026-11-08' })
    expect(within(day).getByText('每月 8 日双倍')).toBeInTheDocument()
    expect(within(screen.getByRole('gridcell', { name: '2026-11-09' })).queryByText('每月 8 日双倍')).not.toBeInTheDocument()
    expect(screen.getByText('因人而异：生日券')).toBeInTheDocument()
  })

  it('goes to the next month in the address', async () => {
    const { user, router } = open('/b/demo/benefit-calendar?month=2026-12')
    await user.click(await screen.findByRole('button', { name: '下个月' }))
    await waitFor(() => expect(router.state.location.search).toContain('month=2027-01'))
  })
})
