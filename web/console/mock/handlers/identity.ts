import { http, HttpResponse } from 'msw'
import type { IdentityView } from '@/client'
import { BRAND } from './answers'

const SINCE = '2026-03-02T09:00:00Z'

/** Somebody known by till, mini-program and friend, whose shop's number many others gave too. */
const view = (customer: number): IdentityView => ({
  customer,
  truncated: false,
  identifiers: [
    { no: customer, customer, kind: 'member_no', masked: '88**46', source: '收银', firstSeenAt: SINCE, shared: false },
    { no: 20_117, customer, kind: 'user_id', masked: 'u_9f**', source: '小程序', firstSeenAt: SINCE, shared: false },
    { no: 20_118, customer, kind: 'external_userid', masked: 'wmX7**', source: '企业微信', firstSeenAt: '2026-04-11T02:00:00Z', shared: false },
    { no: 20_119, customer, kind: 'phone', masked: '138****5678', source: '收银', firstSeenAt: SINCE, shared: false },
    { no: 311, customer: 311, kind: 'phone', masked: '0571****88', source: '收银', firstSeenAt: '2025-10-01T02:00:00Z', shared: true },
  ],
  links: [
    { low: customer, high: 20_119, how: 'together', source: '收银', firstAt: SINCE, state: 'joins', cut: true },
    { low: 20_117, high: 20_119, how: 'together', source: '小程序', firstAt: SINCE, state: 'joins', cut: true },
    { low: 20_117, high: 20_118, how: 'person', source: 'waterwheel', firstAt: '2026-04-12T02:00:00Z', state: 'joins', cut: true },
    { low: 311, high: customer, how: 'together', source: '收银', firstAt: '2025-10-01T02:00:00Z', state: 'shared', cut: false },
  ],
  changes: [
    { id: 9, kind: 'merged', customer, other: 20_118, at: '2026-04-12T02:00:00Z', how: 'person', by: [], low: null, high: null, actor: '林见清', why: '本人确认' },
    { id: 7, kind: 'merged', customer, other: 20_117, at: SINCE, how: 'together', by: ['user_id', 'phone'], low: 20_117, high: 20_119, actor: '小程序', why: null },
  ],
})

export const identity = [
  http.get(`${BRAND}/customers/:no/identity`, ({ params }) => HttpResponse.json(view(Number(params.no)))),
  http.post(`${BRAND}/customers/:no/separate`, ({ params }) => HttpResponse.json(view(Number(params.no)))),
  http.post(`${BRAND}/customers/:no/merge`, ({ params }) => HttpResponse.json(view(Number(params.no)))),
]
