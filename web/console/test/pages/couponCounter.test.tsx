import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { CouponRequest } from '@/client'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

async function fill(user: ReturnType<typeof open>['user'], code: string) {
  await user.type(await screen.findByLabelText('券码'), code)
  await user.type(screen.getByLabelText('小票号'), 'T-1')
  await user.type(screen.getByLabelText('商品金额'), '120')
  const store = screen.getByLabelText('门店编号')
  await user.clear(store)
  await user.type(store, 'S01')
  await user.click(screen.getByRole('button', { name: '看看能减多少' }))
}

describe('the counter’s page', () => {
  it('says what a coupon gives and redeems it once, whatever is pressed', async () => {
    const keys: (string | null)[] = []
    const asked: [string | null, CouponRequest][] = []
    server.use(
      http.post('*/coupon-desk/redeem', async ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'))
        asked.push([new URL(request.url).searchParams.get('store'), (await request.json()) as CouponRequest])
        if (keys.length === 1) return problem(500, 'server-error')
        return HttpResponse.json({ coupons: [], amount: 2_000, repeated: true })
      }),
    )
    const { user } = open('/b/demo/coupon-desk')
    await fill(user, 'ABCD')
    expect(await screen.findByTestId('desk-answer')).toHaveTextContent('这张券能减 £20.00')
    const redeem = screen.getByRole('button', { name: /核\s*销/ })
    await user.click(redeem)
    expect(await screen.findByRole('alert')).toHaveAttribute('data-code', 'server-error')
    await user.click(redeem)
    await waitFor(() => expect(screen.getByTestId('desk-answer')).toHaveTextContent('已核销，减 £20.00'))
    expect(screen.getByText('这一笔先前已核销，没有重复扣。')).toBeInTheDocument()
    expect(keys[0]).toBe(keys[1])
    expect(asked[1]).toEqual(asked[0])
    expect(asked[0][0]).toBe('S01')
    expect(asked[0][1].basket?.lines).toEqual([{ line: '1', product: '', category: '', pieces: 1, amount: 12_000 }])
    await user.click(screen.getByRole('button', { name: '下一位' }))
    expect(screen.getByLabelText('券码')).toHaveValue('')
    expect(screen.getByLabelText('门店编号')).toHaveValue('S01')
  })

  it('says clearly why a coupon is not taken', async () => {
    const { user } = open('/b/demo/coupon-desk')
    await fill(user, 'USED')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('券已于 2026-11-10 13:00 在 S01 核销（订单 T-1020），不能再次使用。')
    expect(screen.getByLabelText('券码')).toHaveValue('USED')
  })
})

describe('a member’s code at the counter', () => {
  it('shows the coupons this store takes, and one of them is asked about', async () => {
    const { user } = open('/b/demo/coupon-desk')
    await user.type(await screen.findByLabelText('券码'), 'WWM1.abc')
    await user.clear(screen.getByLabelText('门店编号'))
    await user.type(screen.getByLabelText('门店编号'), 'S01')
    await user.click(await screen.findByRole('button', { name: '看会员能用的券' }))
    expect(await screen.findByText('李** · 银卡 · 320 积分')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /满 100 减 20/ }))
    expect(screen.getByLabelText('券码')).toHaveValue('ABCD')
  })

  it('says when it is out of date', async () => {
    const { user } = open('/b/demo/coupon-desk')
    await user.type(await screen.findByLabelText('券码'), 'WWM1.old')
    await user.type(screen.getByLabelText('门店编号'), 'S01')
    await user.click(await screen.findByRole('button', { name: '看会员能用的券' }))
    expect(await screen.findByRole('alert')).toHaveAttribute('data-code', 'member-pass-old')
  })
})

describe('the settlement', () => {
  it('is for the days in the address, with a line each store and its file', async () => {
    let asked = ''
    server.use(
      http.get('*/coupon-settlement', ({ request }) => {
        asked = new URL(request.url).search
        return HttpResponse.json([{ store: 'S01', redeemed: 60, amount: 120_000, returned: 4_000, owed: 116_000 }])
      }),
    )
    open('/b/demo/coupon-settlement?from=2026-10-01&until=2026-10-31')
    expect(await screen.findByText('1 家门店共核销 60 张，应结 £1,160.00。')).toBeInTheDocument()
    expect(asked).toBe('?from=2026-10-01&until=2026-10-31')
    expect(screen.getByRole('link', { name: /下载 Excel/ })).toHaveAttribute('href', '/api/brands/demo/coupon-settlement/file?from=2026-10-01&until=2026-10-31&format=xlsx')
    expect(screen.getByRole('link', { name: '下载 S01 的明细' })).toHaveAttribute('href', '/api/brands/demo/coupon-settlement/file?from=2026-10-01&until=2026-10-31&format=csv&store=S01')
    expect(await screen.findByTestId('coupon-check')).toHaveTextContent('券与变动对得上')
  })

  it('warns before anybody is paid when the sums differ', async () => {
    server.use(http.get('*/coupon-settlement/reconciliation', () => HttpResponse.json({ moves: 100, coupons: 90, agrees: false })))
    open('/b/demo/coupon-settlement')
    expect(await screen.findByTestId('coupon-check')).toHaveTextContent('对不上')
  })
})
