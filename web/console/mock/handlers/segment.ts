import { http, HttpResponse } from 'msw'
import type { Condition, NewSegment, Segment, SegmentField, SegmentQuestion } from '@/client'
import { CITIES, customers } from '../data/customers'
import { events } from '../data/segmentEvents'
import { analysis } from './analysis'
import { BRAND, problem } from './answers'

const TEXT_OPERATORS: SegmentField['operators'] = ['is', 'isNot', 'in', 'notIn', 'contains', 'containsNone', 'exists', 'notExists']

export const fields: SegmentField[] = [
  { attribute: 'city', label: { zh: '城市', en: 'City' }, type: 'text', operators: TEXT_OPERATORS, suggestions: CITIES.map((value, index) => ({ value, count: Math.round(2100 / (index + 1)) })) },
  { attribute: 'country', label: { zh: '国家', en: 'Country' }, type: 'text', operators: TEXT_OPERATORS, suggestions: [{ value: 'United Kingdom', count: 5350 }, { value: 'Germany', count: 107 }, { value: 'France', count: 95 }] },
  { attribute: 'birthday', label: { zh: '生日', en: 'Birthday' }, type: 'date', operators: ['is', 'atLeast', 'atMost', 'exists', 'notExists'], suggestions: [] },
  { attribute: 'children', label: { zh: '孩子数', en: 'Children' }, type: 'number', operators: ['is', 'atLeast', 'atMost', 'exists', 'notExists'], suggestions: [] },
  { attribute: 'wecomFriend', label: { zh: '企微好友', en: 'WeCom friend' }, type: 'boolean', operators: ['is'], suggestions: [] },
]

const loyal: Condition = {
  type: 'and',
  conditions: [
    { type: 'attribute', attribute: 'city', operator: 'in', values: ['London', 'Manchester'] },
    { type: 'orders', measure: 'count', operator: 'atLeast', value: 2, window: { type: 'last', days: 365 } },
    { type: 'or', conditions: [{ type: 'orders', measure: 'sum', operator: 'atLeast', value: 50_000, window: null }, { type: 'not', condition: { type: 'orders', measure: 'recency', operator: 'atMost', value: 90, window: null } }] },
  ],
}

export const segments: Segment[] = [
  { id: 'g1', name: '沉睡 90 天的老客', description: '买过两次以上，三个月没来', definition: loyal, reading: { zh: '城市是 London、Manchester 之一，并且近 365 天至少下过 2 单，并且（累计净消费至少 £500.00，或者最近 90 天没有下单）', en: 'City is London or Manchester, and at least 2 orders in the last 365 days, and (net spend of at least £500.00, or no order within 90 days)' }, version: 3, count: 1184, countedAt: '2026-11-20T01:00:00Z', createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-18T03:00:00Z' },
  { id: 'g2', name: '第一单满 30 天未复购', description: null, definition: { type: 'and', conditions: [{ type: 'orders', measure: 'count', operator: 'atMost', value: 1, window: null }] }, reading: { zh: '累计至多下过 1 单', en: 'At most 1 order ever' }, version: 1, count: 1623, countedAt: '2026-11-20T01:00:00Z', createdAt: '2026-11-02T00:00:00Z', updatedAt: '2026-11-02T00:00:00Z' },
  { id: 'g3', name: '<b>高价值</b> & 企微好友', description: null, definition: { type: 'orders', measure: 'sum', operator: 'atLeast', value: 100_000, window: null }, reading: { zh: '累计净消费至少 £1,000.00', en: 'net spend of at least £1,000.00' }, version: 1, count: 702, countedAt: '2026-11-20T01:00:00Z', createdAt: '2026-11-02T00:00:00Z', updatedAt: '2026-11-02T00:00:00Z' },
]

const weight = (definition: Condition): number => {
  switch (definition.type) {
    case 'and':
      return definition.conditions.reduce((share, one) => share * weight(one), 1)
    case 'or':
      return 1 - definition.conditions.reduce((share, one) => share * (1 - weight(one)), 1)
    case 'not':
      return 1 - weight(definition.condition)
    case 'attribute':
      return Math.min(0.9, 0.22 * Math.max(1, definition.values.length))
    case 'anniversary':
      return 0.08
    case 'tag':
      return Math.min(0.9, 0.15 * definition.tags.length)
    case 'segment':
      return 0.2
    case 'touchpoint':
      return definition.state === 'reachable' ? 0.6 : 0.1
    case 'rfm':
      return [definition.r, definition.f, definition.m].reduce((share, scores) => (scores ? (share * scores.length) / 5 : share), 0.8)
    case 'lifecycle':
      return definition.stages.length / 6
    case 'aipl':
      return definition.stages.length / 4
    case 'events':
      return 0.3 / (1 + definition.where.length)
    case 'sequence':
      return 0.2 / definition.steps.length
    case 'list':
      return 0.1
    case 'share':
      return (definition.to - definition.from) / 10_000
    case 'orders':
      return definition.measure === 'count' ? 1 / (1 + definition.value * 0.35) : 0.4
  }
}

const SOLD: Record<string, string[]> = { product: ['85123A', '22423', '47566'], category: ['茶', '茶具', '礼盒'], store: ['杭州湖滨店', '上海静安店'], channel: ['tmall', 'youzan', 'pos'] }

const soldValues = (fact: string, q: string) => SOLD[fact].filter((value) => value.toLowerCase().includes(q.toLowerCase())).map((value, index) => ({ value, count: Math.round(9_000 / (index + 1)) }))

export const BASE = 5_942
export const countOf = (definition: Condition) => Math.round(BASE * weight(definition))

export const segment = [
  ...analysis,
  http.get(`${BRAND}/segments/sold/:fact`, ({ params, request }) => HttpResponse.json(soldValues(String(params.fact), new URL(request.url).searchParams.get('q') ?? ''))),
  http.get(`${BRAND}/segments/guides`, () => HttpResponse.json([{ guide: 'LiNa', count: 812 }, { guide: 'WangWei', count: 455 }])),
  http.get(`${BRAND}/segments/fields`, () => HttpResponse.json(fields)),
  http.get(`${BRAND}/segments/events`, () => HttpResponse.json(events)),
  http.post(`${BRAND}/segments/count`, async ({ request }) => {
    const { definition } = (await request.json()) as SegmentQuestion
    return HttpResponse.json({ count: countOf(definition), base: 5_942, dataAt: '2026-11-20T01:58:00Z', millis: 7, reading: { zh: `${JSON.stringify(definition).length > 300 ? segments[0].reading.zh : '近 365 天至少下过 1 单'}`, en: 'At least 1 order in the last 365 days' } })
  }),
  http.post(`${BRAND}/segments/sample`, () => HttpResponse.json(customers.slice(10, 18))),
  http.get(`${BRAND}/segments`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? segments : [])),
  http.post(`${BRAND}/segments`, async ({ request }) => {
    const body = (await request.json()) as NewSegment
    const created: Segment = { ...body, description: body.description ?? null, id: `g${segments.length + 1}`, reading: { zh: '近 365 天至少下过 1 单', en: 'At least 1 order in the last 365 days' }, version: 1, count: countOf(body.definition), countedAt: '2026-11-20T02:00:00Z', createdAt: '2026-11-20T02:00:00Z', updatedAt: '2026-11-20T02:00:00Z' }
    segments.push(created)
    return HttpResponse.json(created)
  }),
  http.get(`${BRAND}/segments/:id`, ({ params }) => {
    const found = segments.find(({ id }) => id === params.id)
    return found ? HttpResponse.json(found) : problem(404, 'not-found')
  }),
  http.put(`${BRAND}/segments/:id`, async ({ params, request }) => {
    const found = segments.find(({ id }) => id === params.id)
    if (!found) return problem(404, 'not-found')
    return HttpResponse.json(Object.assign(found, await request.json(), { version: found.version + 1 }))
  }),
  http.delete(`${BRAND}/segments/:id`, () => problem(409, 'segment-in-use')),
]
