import { http, HttpResponse } from 'msw'
import type { ConsentDecision, ConsentState, Erasure, PersonExport } from '@/client'
import { BRAND, pageOf } from './answers'

const purposes = [
  { code: 'marketing', title: { zh: '营销', en: 'Marketing' }, meaning: { zh: '活动、优惠、新品', en: 'Offers and news' } },
  { code: 'service', title: { zh: '服务', en: 'Service' }, meaning: { zh: '订单、售后', en: 'Orders and after-sales' } },
  { code: 'analytics', title: { zh: '分析', en: 'Analytics' }, meaning: { zh: '统计和分析', en: 'Statistics' } },
  { code: 'personalisation', title: { zh: '个性化', en: 'Personalisation' }, meaning: { zh: '按本人喜好推荐', en: 'Recommendations of their own' } },
] as const

const decisions: ConsentDecision[] = [
  { position: 912, channel: 'email', purpose: 'marketing', granted: false, at: '2026-10-02T10:00:00Z', receivedAt: '2026-10-02T10:00:01Z', source: '官网', wording: null, version: null, proof: null, recordedBy: null },
  { position: 640, channel: 'wecom', purpose: 'marketing', granted: true, at: '2026-06-11T09:00:00Z', receivedAt: '2026-06-11T09:20:00Z', source: 'console', wording: '同意通过企业微信收到新品和活动消息', version: '2026-05', proof: '门店登记表 0421', recordedBy: 'zhou' },
  { position: 77, channel: 'email', purpose: 'marketing', granted: true, at: '2026-03-02T09:00:00Z', receivedAt: '2026-03-02T09:00:01Z', source: '官网', wording: '订阅邮件', version: '2026-01', proof: null, recordedBy: null },
]

const state: ConsentState = {
  inForce: [
    { channel: 'wecom', purpose: 'marketing', granted: true, at: '2026-06-11T09:00:00Z', source: 'console' },
    { channel: 'email', purpose: 'marketing', granted: false, at: '2026-10-02T10:00:00Z', source: '官网' },
  ],
  quiet: null,
}

const exports: PersonExport[] = [
  { id: '3', reason: '本人来信要求', state: 'ready', jobId: null, requestedBy: 'lin', requestedAt: '2026-11-20T02:00:00Z', readyAt: '2026-11-20T02:00:04Z', expiresAt: '2026-11-27T02:00:04Z', bytes: 18_211, downloads: 1 },
  { id: '1', reason: '本人来电', state: 'expired', jobId: null, requestedBy: 'lin', requestedAt: '2026-09-02T02:00:00Z', readyAt: '2026-09-02T02:00:03Z', expiresAt: '2026-09-09T02:00:03Z', bytes: 17_020, downloads: 1 },
]

const stores = [
  ['identifiers', '会员号、手机号等标识', 'Identifiers', 5],
  ['attributes', '资料', 'What is known', 7],
  ['orders', '订单和退款', 'Orders and refunds', 12],
  ['timeline', '时间线', 'The timeline', 64],
  ['wecom-friends', '企业微信好友关系', 'WeCom friendships', 1],
  ['uploaded-files', '上传的文件里提到本人的', 'Uploaded files that name the person', 0],
  ['warehouse', '分析库', 'The warehouse', 71],
] as const

const erasures: Erasure[] = [
  { id: '2', brand: 'demo', customerNo: 10_233, reason: '本人来信要求', state: 'waiting', requestedBy: 'zhou', requestedAt: '2026-11-20T01:00:00Z', approvedBy: null, jobId: null, finishedAt: null, certificate: null },
  {
    id: '1', brand: 'demo', customerNo: 9_120, reason: '本人来电要求，工单 88', state: 'done', requestedBy: 'lin', requestedAt: '2026-11-12T01:00:00Z', approvedBy: 'zhou', jobId: null, finishedAt: '2026-11-12T01:04:09Z',
    certificate: {
      erasedAt: '2026-11-12T01:03:58Z',
      finishedAt: '2026-11-12T01:04:09Z',
      stores: stores.map(([store, zh, en, count]) => ({ store, title: { zh, en }, count })),
      kept: [{ zh: '订单和退款的编号、金额：会计资料须依法保存；不再与任何人关联。', en: 'Numbers and amounts of orders: accounts must be kept by law; they belong to nobody any more.' }],
    },
  },
]

let fourEyes = true

export const privacy = [
  http.get(`${BRAND}/consent-purposes`, () => HttpResponse.json(purposes)),
  http.get(`${BRAND}/customers/:no/consent`, () => HttpResponse.json(state)),
  http.get(`${BRAND}/customers/:no/consent/decisions`, ({ request }) => HttpResponse.json(pageOf(decisions, request))),
  http.post(`${BRAND}/customers/:no/look-ups`, () => HttpResponse.json({ values: ['13812345678'] })),
  http.get(`${BRAND}/customers/:no/exports`, () => HttpResponse.json(exports)),
  http.get('*/api/erasures', ({ request }) => HttpResponse.json(pageOf(erasures, request))),
  http.get('*/api/privacy-rules', () => HttpResponse.json({ fourEyes })),
  http.put('*/api/privacy-rules', async ({ request }) => {
    fourEyes = ((await request.json()) as { fourEyes: boolean }).fourEyes
    return HttpResponse.json({ fourEyes })
  }),
]
