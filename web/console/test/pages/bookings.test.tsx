import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { bookings } from '@mock/data/points'
import { problem } from '@mock/handlers/answers'
import { isoDay } from '@/shared/format/time'
import { open } from '../render'
import { server } from '../server'

const asked: URLSearchParams[] = []
const TODAY = isoDay(new Date().toISOString(), 'Europe/London')

/** Answers like the mock, and remembers what was asked. */
function remembering(items = bookings, next: string | null = null) {
  server.use(
    http.get('*/points/entries', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return HttpResponse.json({ items, next })
    }),
  )
}

beforeEach(() => {
  asked.length = 0
})

describe('the bookings behind the numbers', () => {
  it('are those of the last 31 days until something is asked for', async () => {
    remembering()
    open('/b/demo/points?tab=entries')
    expect(await screen.findByText('订单 T-1020：120 = 60.00 × 2 银卡')).toBeInTheDocument()
    expect(asked[0].get('until')).toBe(TODAY)
    expect(asked[0].get('from')).not.toBeNull()
    const spent = screen.getByText('mall/31').closest('tr')!
    expect(spent).toHaveTextContent('会员 · 可用 −60')
    expect(spent).toHaveTextContent('品牌 · 商城 +60')
    expect(within(spent).getByRole('link', { name: '王*' })).toHaveAttribute('href', expect.stringContaining('?tab=points'))
  })

  it('are found by an order, which stands in the address and needs no days', async () => {
    remembering()
    const { user, router } = open('/b/demo/points?tab=entries')
    await user.type(await screen.findByLabelText('订单号'), 'T-1020{Enter}')
    await waitFor(() => expect(router.state.location.search).toBe('?tab=entries&order=T-1020'))
    await waitFor(() => expect(asked.at(-1)?.get('order')).toBe('T-1020'))
    expect(asked.at(-1)?.get('from')).toBeNull()
    expect(screen.getByLabelText('订单号')).toHaveValue('T-1020')
  })

  it('are led to from an account of the trial balance and from a month', async () => {
    remembering()
    const { user, router } = open('/b/demo/points')
    await user.click(await screen.findByRole('link', { name: '2026年11月 · 花掉的记账' }))
    await waitFor(() => expect(asked.at(-1)?.getAll('account')).toEqual(['mall', 'order', 'game']))
    expect(asked.at(-1)?.get('from')).toBe('2026-11-01')
    expect(asked.at(-1)?.get('until')).toBe('2026-11-30')
    await user.click(screen.getByRole('tab', { name: '试算平衡' }))
    expect(router.state.location.search).toBe('?tab=trial')
    await user.click(await screen.findByRole('link', { name: '品牌 · 商城' }))
    await waitFor(() => expect(asked.at(-1)?.getAll('account')).toEqual(['mall']))
  })

  it('say when a page has not looked through all of them', async () => {
    remembering([], 'more')
    open('/b/demo/points?tab=entries&account=debt')
    expect((await screen.findAllByText(/每页最多翻看 2 万笔/))[0]).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '下一页' })).toBeEnabled()
  })

  it('are refused in words when too many days are asked for', async () => {
    server.use(http.get('*/points/entries', () => problem(422, 'points-search-too-wide', { detail: '最多 31 天。' })))
    open('/b/demo/points?tab=entries&from=2020-01-01&until=2026-01-01')
    expect(await screen.findByRole('alert')).toHaveAttribute('data-code', 'points-search-too-wide')
    expect(screen.getByText('查找范围太大')).toBeInTheDocument()
    expect(screen.getByLabelText('科目')).toBeInTheDocument()
  })
})

describe('one booking', () => {
  it('shows its postings, which are zero together, its lot and what was booked about it', async () => {
    const { user, router } = open('/b/demo/points?tab=entries&order=T-1020')
    await user.click(await screen.findByRole('button', { name: '910' }))
    expect(router.state.location.search).toBe('?tab=entries&order=T-1020&entry=910')
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByTestId('entry-sum')).toHaveTextContent('0')
    expect(within(drawer).getByText('品牌 · 发放').closest('tr')).toHaveTextContent('−120')
    expect(within(drawer).getByText('本笔开立').closest('tr')).toHaveTextContent('12040')
    expect(within(drawer).getByText('消费积分')).toBeInTheDocument()

    await user.click(within(drawer).getByRole('button', { name: '912' }))
    expect(router.state.location.search).toContain('entry=912')
    expect(await within(drawer).findByText('针对的记账')).toBeInTheDocument()
    expect(within(drawer).getAllByRole('button', { name: '开立于记账 910' })[0]).toBeInTheDocument()
  })

  it('that there is not is said so', async () => {
    open('/b/demo/points?tab=entries&entry=5')
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByRole('alert')).toHaveAttribute('data-code', 'not-found')
  })
})
