import { http, HttpResponse } from 'msw'
import type { Comparison, Condition, ConditionEffect, Contrasts, Distribution, Overlap, SegmentQuestion } from '@/client'
import { CITIES } from '../data/customers'
import { BRAND, problem } from './answers'
import { BASE, countOf, fields, segments } from './segment'

const TOLD = { dataAt: '2026-11-20T01:58:00Z', millis: 12 }
const EVERYONE: Condition = { type: 'and', conditions: [] }
const sizeOf = (id: string) => segments.find((segment) => segment.id === id)?.count ?? 0
const nameOf = (id: string) => segments.find((segment) => segment.id === id)?.name ?? id

function overlapOf(ids: string[]): Overlap {
  const intersections = Array.from({ length: 2 ** ids.length - 1 }, (_, mask) => {
    const inside = ids.filter((_, place) => ((mask + 1) >> place) & 1)
    const count = Math.round(Math.min(...inside.map(sizeOf)) / 3 ** (inside.length - 1) / (1 + inside.length * 0.1))
    const conditions = ids.map((id): Condition => (inside.includes(id) ? { type: 'segment', segment: id } : { type: 'not', condition: { type: 'segment', segment: id } }))
    return { segments: inside, count, definition: { type: 'and', conditions } as Condition }
  }).sort((one, other) => other.count - one.count)
  const union = intersections.reduce((sum, { count }) => sum + count, 0)
  return { segments: ids.map((id) => ({ id, name: nameOf(id), count: sizeOf(id) })), union, base: BASE, intersections, ...TOLD }
}

function distributionOf(id: string, attribute: string): Distribution {
  const size = sizeOf(id)
  const values = attribute === 'birthday' ? ['1959-12-31', '1979-12-31', '1999-12-31'] : CITIES.slice(0, 8)
  const parts = values.map((value, index) => {
    const inAll = Math.round(2_100 / (index + 1))
    const inSegment = Math.round((size / BASE) * inAll * (index % 3 === 0 ? 1.6 : 0.7))
    return { kind: attribute === 'birthday' ? ('days' as const) : ('value' as const), from: attribute === 'birthday' ? null : value, to: value, inSegment, inAll, lift: inSegment / size / (inAll / BASE), definition: EVERYONE }
  })
  const rest = { kind: 'rest' as const, from: null, to: null, inSegment: 40, inAll: 300, lift: 40 / size / (300 / BASE), definition: EVERYONE }
  const unknown = { kind: 'unknown' as const, from: null, to: null, inSegment: 11, inAll: 120, lift: 11 / size / (120 / BASE), definition: EVERYONE }
  const label = fields.find((field) => field.attribute === attribute)?.label ?? { zh: attribute, en: attribute }
  return { segment: id, name: nameOf(id), attribute, label, size, base: BASE, parts: [...parts, rest, unknown], ...TOLD }
}

function comparisonOf(left: string, right: string, days: number): Comparison {
  const side = (id: string) => {
    const count = sizeOf(id)
    const netSales = count * 4_321
    const orders = Math.round(count * 0.9)
    return { id, name: nameOf(id), count, buyers: Math.round(count * 0.6), orders, netSales, salesPerPerson: 4_321, orderValue: Math.round(netSales / orders) }
  }
  const both = Math.round(Math.min(sizeOf(left), sizeOf(right)) / 4)
  const either = sizeOf(left) + sizeOf(right) - both
  return { left: side(left), right: side(right), both, either, jaccard: both / either, base: BASE, days, ...TOLD }
}

function contrastsOf(left: string, right: string): Contrasts {
  const contrasts = CITIES.slice(0, 5).map((value, index) => {
    const inLeft = Math.round(sizeOf(left) * 0.3 * 0.6 ** index)
    const inRight = Math.round(sizeOf(right) * 0.1 * 0.9 ** index)
    return { attribute: 'city', label: { zh: '城市', en: 'City' }, kind: 'value' as const, from: value, to: value, inLeft, inRight, inAll: 900, lift: inLeft / sizeOf(left) / (inRight / sizeOf(right)), definition: EVERYONE }
  })
  return { leftSegment: left, rightSegment: right, left: sizeOf(left), right: sizeOf(right), base: BASE, contrasts, skipped: [{ zh: '备注', en: 'note' }], ...TOLD }
}

function effectsOf(condition: Condition, pointer: string, whole: number): ConditionEffect[] {
  const count = countOf(condition)
  const own: ConditionEffect = { pointer, count, without: Math.round(count > 0 ? Math.min(BASE, (whole * BASE) / count) : whole) }
  if (condition.type === 'not') return [own, ...effectsOf(condition.condition, `${pointer}/condition`, whole)]
  if (condition.type !== 'and' && condition.type !== 'or') return [own]
  return [own, ...condition.conditions.flatMap((one, index) => effectsOf(one, `${pointer}/conditions/${index}`, whole))]
}

export const analysis = [
  http.post(`${BRAND}/segments/effects`, async ({ request }) => {
    const { definition } = (await request.json()) as SegmentQuestion
    const count = countOf(definition)
    return HttpResponse.json({ count, base: BASE, conditions: effectsOf(definition, '/definition', count), ...TOLD })
  }),
  http.get(`${BRAND}/segments/overlap`, ({ request }) => HttpResponse.json(overlapOf(new URL(request.url).searchParams.getAll('segments')))),
  http.get(`${BRAND}/segments/comparison`, ({ request }) => {
    const { searchParams } = new URL(request.url)
    return HttpResponse.json(comparisonOf(searchParams.get('left') ?? '', searchParams.get('right') ?? '', Number(searchParams.get('days') ?? 365)))
  }),
  http.get(`${BRAND}/segments/contrasts`, ({ request }) => {
    const { searchParams } = new URL(request.url)
    return HttpResponse.json(contrastsOf(searchParams.get('left') ?? '', searchParams.get('right') ?? ''))
  }),
  http.get(`${BRAND}/segments/:id/distribution`, ({ params, request }) => {
    const attribute = new URL(request.url).searchParams.get('attribute') ?? 'city'
    return attribute === 'country' ? problem(422, 'attribute-too-varied') : HttpResponse.json(distributionOf(String(params.id), attribute))
  }),
]
