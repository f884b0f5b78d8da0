import type { CouponTemplate, CustomerCoupon, ListCouponBatchesResponse, ListCouponSettlementResponse } from '@/client'

const terms: CouponTemplate['terms'] = {
  benefit: { kind: 'amount', off: 2_000 },
  threshold: { spend: 10_000, pieces: 0 },
  scope: { products: [], categories: ['绿茶'], exceptProducts: [], exceptCategories: [], stores: [], channels: [] },
  validity: { from: null, until: null, days: 30, afterDays: 0, weekdays: ['SATURDAY', 'SUNDAY'], hoursFrom: null, hoursUntil: null },
  stacking: { exclusive: true, otherKinds: false, mostPerOrder: 1 },
  onReturn: 'back',
  handOn: true,
  remindDays: 3,
}

const template = (id: string, name: string, part: Partial<CouponTemplate>): CouponTemplate => ({
  id,
  name,
  state: 'active',
  terms,
  stock: 1_000,
  budget: 2_000_000,
  perCustomer: 1,
  worth: 2_000,
  issued: 400,
  reserved: 800_000,
  redeemed: 90,
  spent: 176_000,
  expired: 20,
  withdrawn: 0,
  createdBy: 'lin',
  createdAt: '2026-11-02T02:00:00Z',
  ...part,
})

export const couponTemplates: CouponTemplate[] = [
  template('1', '满 100 减 20', {}),
  template('2', '冬季八五折', { state: 'draft', terms: { ...terms, benefit: { kind: 'percent', percent: 15, mostOff: null } }, worth: 0, stock: null, budget: null, issued: 0, reserved: 0, redeemed: 0, spent: 0, expired: 0 }),
  template('3', '中秋免运费', { state: 'stopped', terms: { ...terms, benefit: { kind: 'shipping', mostOff: 1_200 } }, worth: 1_200 }),
]

export const couponBatches: ListCouponBatchesResponse = [
  { id: '7', segment: '1', codes: null, reached: 320, issued: 310, job: '41', createdBy: 'lin', createdAt: '2026-11-03T02:00:00Z', doneAt: '2026-11-03T02:01:00Z' },
  { id: '8', segment: null, codes: 90, reached: 90, issued: 90, job: '42', createdBy: 'lin', createdAt: '2026-11-04T02:00:00Z', doneAt: '2026-11-04T02:01:00Z' },
]

const coupon = (id: string, part: Partial<CustomerCoupon>): CustomerCoupon => ({
  id,
  template: '1',
  name: '满 100 减 20',
  kind: 'amount',
  state: 'issued',
  from: '2026-11-03T02:00:00Z',
  until: '2026-12-03T00:00:00Z',
  issuedAt: '2026-11-03T02:00:00Z',
  origin: 'batch',
  order: null,
  store: null,
  redeemedAt: null,
  amount: 0,
  ...part,
})

export const customerCoupons: CustomerCoupon[] = [
  coupon('501', {}),
  coupon('502', { state: 'redeemed', order: 'T-1020', store: 'S01', redeemedAt: '2026-11-10T05:00:00Z', amount: 2_000 }),
  coupon('503', { template: '3', name: '中秋免运费', kind: 'shipping', state: 'expired' }),
]

export const couponSettlement: ListCouponSettlementResponse = [
  { store: 'S01', redeemed: 60, amount: 120_000, returned: 4_000, owed: 116_000 },
  { store: 'S02', redeemed: 30, amount: 60_000, returned: 0, owed: 60_000 },
]
