import { http, HttpResponse } from 'msw'
import type { GrantLimit, GrantRequest, NewTillKey, TillKey } from '@/client'
import { BRAND, problem } from './answers'

const limit: GrantLimit = { points: 1_000, coupons: 500, tierDays: 60 }

const requests: GrantRequest[] = [
  { id: '3', kind: 'tier', customer: 7, points: null, note: '道歉', template: null, templateName: null, coupons: null, tier: '金卡', until: '2027-11-20T15:59:59Z', state: 'asked', askedBy: 'lin', askedAt: '2026-11-20T03:00:00Z', mayDecide: true, decidedBy: null, decidedAt: null, reason: null },
  { id: '2', kind: 'coupons', customer: null, points: null, note: '地推', template: '1', templateName: '满 100 减 20', coupons: 2_000, tier: null, until: null, state: 'asked', askedBy: 'lin', askedAt: '2026-11-20T02:00:00Z', mayDecide: true, decidedBy: null, decidedAt: null, reason: null },
  { id: '1', kind: 'points', customer: 7, points: 5_000, note: '订单送错了', template: null, templateName: null, coupons: null, tier: null, until: null, state: 'done', askedBy: 'lin', askedAt: '2026-11-19T02:00:00Z', mayDecide: false, decidedBy: 'han', decidedAt: '2026-11-19T03:00:00Z', reason: null },
]

const tills: TillKey[] = [{ id: '1', name: '收银 1', store: 'S01', scopes: ['coupon.read', 'coupon.redeem'], createdBy: 'admin', createdAt: '2026-11-01T02:00:00Z' }]

function decided(id: unknown, change: Partial<GrantRequest>) {
  const found = requests.find((one) => one.id === id)
  if (!found) return problem(404, 'not-found')
  return HttpResponse.json(Object.assign(found, { mayDecide: false, decidedBy: 'han' }, change))
}

/** Grants a second person is asked about, and the keys of tills. */
export const grant = [
  http.get(`${BRAND}/loyalty/grant-limit`, () => HttpResponse.json(limit)),
  http.put(`${BRAND}/loyalty/grant-limit`, async ({ request }) => HttpResponse.json(Object.assign(limit, await request.json()))),
  http.get(`${BRAND}/loyalty/grant-requests`, () => HttpResponse.json(requests)),
  http.post(`${BRAND}/loyalty/grant-requests/tiers`, () => HttpResponse.json(requests[0], { status: 201 })),
  http.post(`${BRAND}/loyalty/grant-requests/points`, () => HttpResponse.json(requests[2], { status: 201 })),
  http.post(`${BRAND}/loyalty/grant-requests/coupons`, () => HttpResponse.json(requests[1], { status: 201 })),
  http.post(`${BRAND}/loyalty/grant-requests/:id/approve`, ({ params }) => decided(params.id, { state: 'done' })),
  http.post(`${BRAND}/loyalty/grant-requests/:id/refuse`, async ({ params, request }) => decided(params.id, { state: 'refused', reason: ((await request.json()) as { reason: string }).reason })),
  http.get(`${BRAND}/till-keys`, () => HttpResponse.json(tills)),
  http.post(`${BRAND}/till-keys`, async ({ request }) => {
    const { name, store, scopes } = (await request.json()) as NewTillKey
    const key: TillKey = { id: String(tills.length + 1), name, store: store ?? null, scopes, createdBy: 'admin', createdAt: '2026-11-20T02:00:00Z' }
    tills.push(key)
    return HttpResponse.json({ key, secret: 'wt_secret' }, { status: 201 })
  }),
  http.delete(`${BRAND}/till-keys/:id`, () => new HttpResponse(null, { status: 204 })),
]
