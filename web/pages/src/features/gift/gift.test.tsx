import { fireEvent, screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { confirm } from '@test/confirm'
import { answers, problem } from '@test/server'
import { show } from '@test/show'
import { Give } from './Give'
import { Given } from './Given'
import { GiftPage } from './GiftPage'
import { SignedIn } from '@/app/SignedIn'
import type { MemberCoupon } from '@/client'
import { configureClient } from '@/shared/client'
import { isGift, keptGift } from '@/shared/gift'

const BRAND = { key: 'tea', name: '茶水', currency: 'CNY', fractionDigits: 2, zone: 'Asia/Shanghai', wechat: true, phone: true }
const CARD = { card: '0000176543210034', coupons: 0, joinedAt: '2026-11-01T00:00:00Z', name: null, points: 50, tier: null }
const COUPON: MemberCoupon = {
  id: '5',
  name: '满 100 减 20',
  kind: 'amount',
  state: 'issued',
  from: '2026-11-01T00:00:00Z',
  until: '2026-12-31T16:00:00Z',
  off: 2_000,
  percent: null,
  product: null,
  spend: 10_000,
  pieces: 0,
  redeemedAt: null,
  saved: 0,
  give: true,
  offered: null,
}
const CODE = '7K3Q-0M2X-HF9A-PZ4T-E'
const LINK = `/gift/5/${CODE}`
const SEEN = { coupon: { ...COUPON, give: false, state: 'offered' }, by: '李*', until: '2026-12-04T00:00:00Z' }

configureClient()
afterEach(() => {
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

function pages(at: string) {
  return show(
    <Routes>
      <Route path="sign-in" element="sign in" />
      <Route element={<SignedIn />}>
        <Route index element="home" />
        <Route path="coupons" element="coupons" />
        <Route path="gift/:coupon/:code" element={<GiftPage />} />
      </Route>
    </Routes>,
    at,
  )
}

it('gives a coupon by a link for who confirms', async () => {
  const url = `https://tea/m/tea${LINK}`
  answers({ 'POST /coupons/5/gift': { url, until: '2026-12-04T00:00:00Z' } })
  show(<Give coupon={COUPON} brand={BRAND} />)
  fireEvent.click(screen.getByText('转赠'))
  await confirm('转赠')
  expect(await screen.findByText(url)).toBeInTheDocument()
  expect(screen.getByText('2026/12/04 08:00 前可领取，过后自动退回')).toBeInTheDocument()
})

it('says until when an offer holds, and takes it back', async () => {
  const asked = answers({ 'DELETE /coupons/5/gift': null })
  show(<Give coupon={{ ...COUPON, state: 'offered', give: false, offered: '2026-12-04T00:00:00Z' }} brand={BRAND} />)
  expect(screen.getByText('2026/12/04 08:00 前可领取，过后自动退回')).toBeInTheDocument()
  fireEvent.click(screen.getByText('收回'))
  await confirm('收回')
  await waitFor(() => expect(asked.some(({ method, path }) => method === 'DELETE' && path === '/coupons/5/gift')).toBe(true))
})

it('offers nothing of a coupon that may not be given, and tells what was taken', async () => {
  answers({ 'GET /gifts': [{ id: '5', name: '满 100 减 20', takenAt: '2026-12-04T00:00:00Z' }] })
  show(<Give coupon={{ ...COUPON, give: false }} brand={BRAND} />)
  expect(screen.queryByText('转赠')).toBeNull()
  show(<Given brand={BRAND} />)
  expect(await screen.findByText('2026/12/04 08:00 已被领取')).toBeInTheDocument()
})

it('keeps a gift through signing in, shows what it is, and takes it', async () => {
  answers({ 'GET /card': problem(401, 'member-signed-out'), 'GET /brand': BRAND })
  const { unmount } = pages(LINK)
  expect(await screen.findByText('sign in')).toBeInTheDocument()
  expect(keptGift()).toBe(LINK)
  unmount()
  const asked = answers({ 'GET /card': CARD, 'GET /brand': BRAND, [`GET /gifts/5/${CODE}`]: SEEN, [`POST /gifts/5/${CODE}`]: null })
  pages('/')
  expect(await screen.findByText('李*送您一张券')).toBeInTheDocument()
  expect(screen.getByText('满 ¥100 可用')).toBeInTheDocument()
  expect(keptGift()).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '领取' }))
  expect(await screen.findByText('coupons')).toBeInTheDocument()
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

it('says why somebody takes nothing, and leads who offered it to their coupons', async () => {
  const known = { 'GET /card': CARD, 'GET /brand': BRAND }
  answers({ ...known, [`GET /gifts/5/${CODE}`]: problem(409, 'coupon-claimed', '这张券已经被领取。') })
  const { unmount } = pages(LINK)
  expect(await screen.findByText('这张券已经被领取。')).toBeInTheDocument()
  fireEvent.click(screen.getByText('回首页'))
  expect(await screen.findByText('home')).toBeInTheDocument()
  unmount()
  answers({ ...known, [`GET /gifts/5/${CODE}`]: problem(409, 'coupon-gift-own', '这是您自己转赠的券') })
  pages(LINK)
  fireEvent.click(await screen.findByRole('button', { name: '优惠券' }))
  expect(await screen.findByText('coupons')).toBeInTheDocument()
})

it('knows the links of gifts from other pages', () => {
  expect(isGift(LINK)).toBe(true)
  for (const other of ['/', '/coupons', '/gift', '/gift/5', '/gift/x/ABCDEFGHI', `${LINK}/more`, '//evil.example/gift/5/ABCDEFGHI']) {
    expect(isGift(other), other).toBe(false)
  }
})
