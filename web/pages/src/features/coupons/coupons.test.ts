import { expect, it } from 'vitest'
import type { MemberCoupon } from '@/client'
import { conditionWords, worth } from './couponWords'
import { shelves } from './shelves'

const TEA = { key: 'tea', name: '茶水', currency: 'CNY', fractionDigits: 2, zone: 'Asia/Shanghai', wechat: true, phone: true }
const TWENTY: MemberCoupon = {
  id: '1',
  name: '满 100 减 20',
  kind: 'amount',
  state: 'issued',
  from: '2026-11-01T00:00:00Z',
  until: '2026-12-01T00:00:00Z',
  off: 2_000,
  percent: null,
  product: null,
  spend: 10_000,
  pieces: 0,
  redeemedAt: null,
  saved: 0,
  give: false,
  offered: null,
}

it('says what a coupon is worth and what for', () => {
  expect(worth(TWENTY, TEA)).toBe('¥20')
  expect(conditionWords(TWENTY, TEA)).toBe('满 ¥100 可用')
  expect(worth({ ...TWENTY, kind: 'percent', percent: 15, off: null }, TEA)).toBe('减 15%')
  expect(worth({ ...TWENTY, kind: 'exchange', off: 0 }, TEA)).toBe('免费')
  expect(conditionWords({ ...TWENTY, spend: 0, pieces: 2 }, TEA)).toBe('满 2 件可用')
  expect(conditionWords({ ...TWENTY, spend: 0 }, TEA)).toBe('无门槛')
})

it('puts each where it is looked for, those that end soonest first', () => {
  const soon = { ...TWENTY, id: '2', until: '2026-11-28T00:00:00Z' }
  const used = { ...TWENTY, id: '3', state: 'redeemed' }
  const over = ['expired', 'withdrawn', 'returned'].map((state, at) => ({ ...TWENTY, id: `${4 + at}`, state }))
  const found = shelves([TWENTY, soon, used, ...over])
  expect(found.usable.map((coupon) => coupon.id)).toEqual(['2', '1'])
  expect(found.used).toEqual([used])
  expect(found.over).toEqual(over)
})
