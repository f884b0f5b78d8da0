import { http, HttpResponse } from 'msw'
import type { CouponAnswer, CouponLimits, CouponRequest, CouponTemplate, MemberCoupon, NewCouponTemplate } from '@/client'
import { couponBatches, couponSettlement, couponTemplates, customerCoupons } from '../data/coupons'
import { BRAND, pageOf, problem } from './answers'

const found = (id: unknown) => couponTemplates.find((one) => one.id === id)

function answered(id: unknown, change: (template: CouponTemplate) => void = () => undefined) {
  const template = found(id)
  if (!template) return problem(404, 'not-found')
  change(template)
  return HttpResponse.json(template)
}

async function used(request: Request, state: string) {
  const { codes } = (await request.json()) as CouponRequest
  if (codes[0] === 'USED') return problem(409, 'coupon-redeemed', { detail: '券已于 2026-11-10 13:00 在 S01 核销（订单 T-1020），不能再次使用。' })
  const answer: CouponAnswer = {
    coupons: [{ coupon: '501', name: '满 100 减 20', kind: 'amount', state, validUntil: '2026-12-03T00:00:00Z', amount: 2_000, lines: { 1: 2_000 }, shipping: 0, gift: null, lockedUntil: null }],
    amount: 2_000,
    repeated: false,
  }
  return HttpResponse.json(answer)
}

const memberCoupon: MemberCoupon = { id: '501', name: '满 100 减 20', kind: 'amount', state: 'issued', from: '2026-11-03T00:00:00Z', until: '2026-12-03T00:00:00Z', off: 2_000, percent: null, product: null, spend: 10_000, pieces: 0, redeemedAt: null, saved: 0, give: false, offered: null }

export const coupon = [
  http.get(`${BRAND}/coupon-templates`, ({ params, request }) => HttpResponse.json(pageOf(params.brand === 'demo' ? couponTemplates : [], request))),
  http.post(`${BRAND}/coupon-templates`, async ({ request }) => {
    const created: CouponTemplate = { ...couponTemplates[1], ...((await request.json()) as NewCouponTemplate), stock: null, budget: null, perCustomer: null, id: String(couponTemplates.length + 1) }
    couponTemplates.unshift(created)
    return HttpResponse.json(created, { status: 201 })
  }),
  http.get(`${BRAND}/coupon-templates/:id`, ({ params }) => answered(params.id)),
  http.put(`${BRAND}/coupon-templates/:id`, async ({ params, request }) => {
    const told = (await request.json()) as NewCouponTemplate
    return answered(params.id, (template) => Object.assign(template, told))
  }),
  http.put(`${BRAND}/coupon-templates/:id/limits`, async ({ params, request }) => {
    const told = (await request.json()) as CouponLimits
    return answered(params.id, (template) => Object.assign(template, told))
  }),
  http.post(`${BRAND}/coupon-templates/:id/activate`, ({ params }) => answered(params.id, (template) => (template.state = 'active'))),
  http.post(`${BRAND}/coupon-templates/:id/stop`, ({ params }) => answered(params.id, (template) => (template.state = 'stopped'))),
  http.post(`${BRAND}/coupon-templates/:id/issue`, () => HttpResponse.json({ coupon: '777', repeated: false })),
  http.get(`${BRAND}/coupon-templates/:id/batches`, ({ params }) => HttpResponse.json(params.id === '1' ? couponBatches : [])),
  http.post(`${BRAND}/coupon-templates/:id/batches`, async ({ request }) => {
    const { segment, codes } = (await request.json()) as { segment: string | null; codes: number | null }
    const batch = { id: String(couponBatches.length + 7), segment, codes, reached: codes ?? 0, issued: 0, job: '43', createdBy: 'lin', createdAt: '2026-11-20T02:00:00Z', doneAt: null }
    couponBatches.unshift(batch)
    return HttpResponse.json(batch, { status: 201 })
  }),
  http.get(`${BRAND}/coupon-templates/:id/public-codes`, ({ params }) => HttpResponse.json(params.id === '1' ? [{ code: 'XINYUE', most: 1_000, used: 86 }] : [])),
  http.post(`${BRAND}/coupon-templates/:id/public-codes`, async ({ request }) => HttpResponse.json({ ...((await request.json()) as object), used: 0 }, { status: 201 })),
  http.get(`${BRAND}/customers/:customer/coupons`, () => HttpResponse.json(customerCoupons)),
  http.post(`${BRAND}/coupons/withdraw`, async ({ request }) => {
    const { coupons } = (await request.json()) as { coupons: number[] }
    return HttpResponse.json({ withdrawn: coupons.length, left: 0 })
  }),
  http.get(`${BRAND}/coupon-settlement`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? couponSettlement : [])),
  http.get(`${BRAND}/coupon-settlement/reconciliation`, () => HttpResponse.json({ moves: 176_000, coupons: 176_000, agrees: true })),
  http.get(`${BRAND}/coupon-desk/stores`, () => HttpResponse.json({ everywhere: true, stores: [] })),
  http.post(`${BRAND}/coupon-desk/member`, async ({ request }) =>
    ((await request.json()) as { pass: string }).pass === 'WWM1.old' ? problem(422, 'member-pass-old') : HttpResponse.json({ card: '8800123', name: '李**', tier: '银卡', points: 320, coupons: [{ code: 'ABCD', coupon: memberCoupon }] }),
  ),
  http.post(`${BRAND}/coupon-desk/ask`, ({ request }) => used(request, 'issued')),
  http.post(`${BRAND}/coupon-desk/redeem`, ({ request }) => used(request, 'redeemed')),
]
