import { http, HttpResponse } from 'msw'
import type { MemberTermsVersion, PaidPeriod } from '@/client'
import { BRAND, problem } from './answers'

const periods: PaidPeriod[] = [
  { key: 'p1', plan: 'Plus 年卡', tier: '金卡', price: 36_500, from: '2026-06-01T02:00:00Z', until: '2027-06-01T02:00:00Z', soldAt: '2026-06-01T02:00:00Z', soldBy: 'lin', refundable: 18_600, tierAfter: '银卡', refundedAt: null, refunded: null, refundReason: null, refundedBy: null },
  { key: 'p0', plan: 'Plus 年卡', tier: '金卡', price: 36_500, from: '2025-06-01T02:00:00Z', until: '2025-08-01T02:00:00Z', soldAt: '2025-06-01T02:00:00Z', soldBy: 'lin', refundable: null, tierAfter: null, refundedAt: '2025-08-01T02:00:00Z', refunded: 30_000, refundReason: '搬家了', refundedBy: 'han' },
]

const terms: MemberTermsVersion[] = [{ version: 'own-1', zh: '## 会员\n积分一年有效，不兑换现金，以门店公布为准。', en: '## Membership\nPoints last a year and are not exchanged for money.', publishedBy: 'han', publishedAt: '2026-11-01T02:00:00Z' }]

/** What members pay to be some, and what they agree to. */
export const membership = [
  http.get(`${BRAND}/customers/:no/paid-memberships`, () => HttpResponse.json(periods)),
  http.post(`${BRAND}/customers/:no/paid-memberships/:key/refund`, async ({ params, request }) => {
    const { amount, reason } = (await request.json()) as { amount: number; reason: string }
    const period = periods.find(({ key }) => key === params.key)
    if (!period || period.refundable === null) return problem(409, 'paid-membership-ended')
    Object.assign(period, { refundable: null, tierAfter: null, refundedAt: '2026-11-27T02:00:00Z', refunded: amount, refundReason: reason, refundedBy: 'han' })
    return HttpResponse.json({ amount, tierAfter: '银卡' })
  }),
  http.get(`${BRAND}/member-terms`, () => HttpResponse.json(terms)),
  http.post(`${BRAND}/member-terms`, async ({ request }) => {
    const text = (await request.json()) as { zh: string; en: string }
    const published = { ...text, version: `own-${terms.length + 1}`, publishedBy: 'han', publishedAt: '2026-11-27T02:00:00Z' }
    terms.unshift(published)
    return HttpResponse.json(published, { status: 201 })
  }),
]
