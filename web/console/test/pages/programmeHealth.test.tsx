import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { health, quiet } from '@mock/data/programmeHealth'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

const PAGE = '/b/demo/programme-health'

describe('the health of a programme', () => {
  it('says in words and numbers how much of what is issued is used', async () => {
    open(PAGE)
    expect(await screen.findByText('发出 10万 积分，核销了 14.5%，过期了 4.0%。')).toBeInTheDocument()
    expect(screen.getByTestId('health-burn')).toHaveTextContent('14.5%1.45万 / 10万')
    expect(screen.getByTestId('health-liability')).toHaveTextContent('8.15万')
    expect(screen.getByTestId('health-breakage')).toHaveTextContent('1.76万沉没率 21.6%')
    expect(screen.getByTestId('health-members')).toHaveTextContent('1,000')
    expect(screen.getByTestId('health-cost')).toHaveTextContent('£3,000')
    const november = screen.getByText('2026年11月').closest('tr') as HTMLElement
    expect(within(november).getByText('-500')).toBeInTheDocument()
    expect(screen.queryByText('期初')).not.toBeInTheDocument()
  })

  it('says what a rate means, with numerator and denominator', async () => {
    const { user } = open(PAGE)
    await user.click(await screen.findByText('积分核销率'))
    expect(await screen.findByText(/为零是一个问题/)).toBeInTheDocument()
    expect(screen.getByText('14,500 ÷ 100,000')).toBeInTheDocument()
  })

  it('shows the pyramid from the top down, and who came and went', async () => {
    open(PAGE)
    const gold = (await screen.findByText('金卡', { selector: 'td' })).closest('tr') as HTMLElement
    expect(gold).toHaveTextContent('金卡404.0%223')
    const rows = within(gold.closest('tbody') as HTMLElement).getAllByRole('row')
    expect(rows.map((row) => row.textContent).filter(Boolean)).toEqual(['金卡404.0%223', '银卡16016.0%9012', '会员80080.0%00'])
    expect(await screen.findByRole('img', { name: '每月升级与降级' })).toBeInTheDocument()
  })

  it('follows coupons and benefits to their cost', async () => {
    open(PAGE)
    const mall = (await screen.findByText('积分商城', { selector: 'td' })).closest('tr') as HTMLElement
    expect(mall).toHaveTextContent('积分商城2003015.0%£600')
    const birthday = screen.getByText('生日券').closest('tr') as HTMLElement
    expect(birthday).toHaveTextContent('400')
    expect(birthday).toHaveTextContent('£2,400')
    expect(screen.getByText('金卡月礼').closest('tr')).toHaveTextContent('未开启每月1202,400')
  })

  it('asks for as many months as were chosen, and can be linked to', async () => {
    const asked: string[] = []
    server.use(
      http.get('*/loyalty/health', ({ request }) => {
        asked.push(new URL(request.url).search)
        return HttpResponse.json(health)
      }),
    )
    const { user, router } = open(`${PAGE}?months=3`)
    await screen.findByTestId('health-burn')
    const [from, until] = ['from', 'until'].map((name) => new URLSearchParams(asked[0]).get(name) as string)
    const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
    expect(count(until) - count(from)).toBe(2)
    await user.click(screen.getByRole('combobox', { name: '看多长时间' }))
    await user.click(await screen.findByText('近 24 个月'))
    await waitFor(() => expect(router.state.location.search).toBe('?months=24'))
  })

  it('calls it a finding when nothing is redeemed', async () => {
    server.use(http.get('*/loyalty/health', () => HttpResponse.json({ ...health, points: { ...health.points, burn: { part: 0, whole: 100_000, rate: 0 } } })))
    open(PAGE)
    expect(await screen.findByText(/一分也没有被核销/)).toBeInTheDocument()
  })

  it('says what to do first where there is no programme', async () => {
    server.use(http.get('*/loyalty/health', () => HttpResponse.json(quiet)))
    open(PAGE)
    expect(await screen.findByText('还没有发布会员计划')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '去写会员计划' })).toHaveAttribute('href', '/b/demo/programme')
  })

  it('says what to do where the programme has neither members nor benefits yet', async () => {
    server.use(http.get('*/loyalty/health', () => HttpResponse.json({ ...quiet, since: health.since })))
    open(PAGE)
    expect(await screen.findByRole('link', { name: '导入会员' })).toHaveAttribute('href', '/b/demo/imports/new')
    expect(screen.getByRole('link', { name: '去设权益' })).toHaveAttribute('href', '/b/demo/benefit-calendar')
  })

  it('tells whoever may not see it', async () => {
    server.use(http.get('*/loyalty/health', () => problem(403, 'forbidden')))
    open(PAGE)
    expect(await screen.findByRole('alert')).toHaveAttribute('data-code', 'forbidden')
  })
})
