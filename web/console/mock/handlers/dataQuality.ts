import { http, HttpResponse } from 'msw'
import type { DataQuality, NewSourceLevels, SourcePriorityView } from '@/client'
import { BRAND } from './answers'

const priority: SourcePriorityView = {
  general: [{ named: 'source', name: '小程序', level: 2 }],
  attributes: [{ attribute: 'city', levels: [{ named: 'kind', name: 'connector', level: 1 }] }],
  kinds: [
    { kind: 'http', level: 1 },
    { kind: 'kafka', level: 1 },
    { kind: 'connector', level: 1 },
    { kind: 'file', level: 2 },
    { kind: 'other', level: 2 },
    { kind: 'wecom', level: 3 },
  ],
  sources: [
    { name: '官网', kind: 'http' },
    { name: '小程序', kind: 'http' },
    { name: '天猫旗舰店', kind: 'connector' },
    { name: 'online_retail_2010', kind: 'file' },
    { name: 'wecom', kind: 'wecom' },
  ],
}

const measured: DataQuality = {
  days: 30,
  sources: [
    { name: '官网', kind: 'http', lastEventAt: '2026-11-20T01:58:12Z', events: 184_310, late: 412, lagMillis: 3_400, orders: 8_120, orphans: 733, quarantined: 18 },
    { name: '天猫旗舰店', kind: 'connector', lastEventAt: '2026-11-20T01:59:40Z', events: 40_210, late: 0, lagMillis: 92_000, orders: 20_105, orphans: 0, quarantined: 0 },
    { name: 'online_retail_2010', kind: 'file', lastEventAt: '2026-11-19T06:00:40Z', events: 25_543, late: 25_543, lagMillis: null, orders: 22_190, orphans: 3_710, quarantined: 0 },
    { name: 'wecom', kind: null, lastEventAt: null, events: 6_204, late: 0, lagMillis: 1_100, orders: 0, orphans: 0, quarantined: 0 },
  ],
  refused: [
    { source: '官网', attribute: 'phone', kind: 'placeholder', value: '13800138000', times: 1_204 },
    { source: '官网', attribute: 'phone', kind: 'malformed', value: '', times: 233 },
    { source: '官网', attribute: 'name', kind: 'placeholder', value: '测试', times: 41 },
    { source: '天猫旗舰店', attribute: 'email', kind: 'placeholder', value: 'noreply@…', times: 12 },
  ],
  openSuggestions: 37,
  measuredAt: '2026-11-19T18:00:21Z',
  coverage: {
    customers: 1_184_310,
    attributes: [
      { name: 'name', customers: 902_133 },
      { name: 'city', customers: 611_002 },
      { name: 'birthday', customers: 104_221 },
    ],
    sources: [
      { name: '官网', customers: 412_900 },
      { name: '天猫旗舰店', customers: 530_402 },
      { name: 'wecom', customers: 301_220 },
    ],
    said: [
      { source: '官网', attribute: 'name', customers: 402_133 },
      { source: '官网', attribute: 'birthday', customers: 104_221 },
      { source: '天猫旗舰店', attribute: 'city', customers: 530_402 },
      { source: '天猫旗舰店', attribute: 'name', customers: 220_011 },
      { source: 'wecom', attribute: 'name', customers: 301_220 },
    ],
    identifiers: [
      { kind: 'phone', customers: 740_122, values: 741_003, shared: 212 },
      { kind: 'email', customers: 80_114, values: 80_203, shared: 9 },
      { kind: 'member_no', customers: 512_110, values: 512_110, shared: 0 },
      { kind: 'external_userid', customers: 301_220, values: 322_018, shared: 1 },
    ],
  },
  measuring: false,
}

const unmeasured: DataQuality = { days: 30, sources: [], refused: [], openSuggestions: 0, measuredAt: null, coverage: null, measuring: false }

export const dataQuality = [
  http.get(`${BRAND}/source-priority`, () => HttpResponse.json(priority)),
  http.put(`${BRAND}/source-priority`, async ({ request }) => {
    const { attribute, levels } = (await request.json()) as NewSourceLevels
    if (attribute) {
      priority.attributes = [...priority.attributes.filter((one) => one.attribute !== attribute), ...(levels.length > 0 ? [{ attribute, levels }] : [])]
    } else {
      priority.general = levels
    }
    return HttpResponse.json(priority)
  }),
  http.get(`${BRAND}/data-quality`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? measured : unmeasured)),
  http.post(`${BRAND}/data-quality/measure`, ({ params }) => HttpResponse.json({ ...(params.brand === 'demo' ? measured : unmeasured), measuring: true })),
]
