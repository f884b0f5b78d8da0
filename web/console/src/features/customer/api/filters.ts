import type { Condition, ListCustomersData } from '@/client'
import { dayStart } from '@/shared/format/time'

export const FILTERS = ['q', 'city', 'reachable', 'minOrders', 'maxOrders', 'minSales', 'lastOrderAfter', 'lastOrderBefore', 'tag'] as const

export type FilterName = (typeof FILTERS)[number]
export type Filters = Partial<Record<FilterName, string>>
export type Question = Omit<NonNullable<ListCustomersData['query']>, 'cursor' | 'limit'>

const REACHES = ['wecom', 'email', 'any', 'none'] as const

/** The URL's words as the question the server answers; days become instants, what makes no sense is left out. */
export function questionOf(filters: Filters, timeZone: string): Question {
  const reachable = REACHES.find((reach) => reach === filters.reachable)
  return {
    ...(filters.q && { q: filters.q }),
    ...(filters.city && { city: filters.city }),
    ...(reachable && { reachable }),
    ...wholeNumber('minOrders', filters.minOrders),
    ...wholeNumber('maxOrders', filters.maxOrders),
    ...wholeNumber('minSales', filters.minSales),
    ...wholeNumber('tag', filters.tag),
    ...(isDay(filters.lastOrderAfter) && { lastOrderAfter: dayStart(filters.lastOrderAfter, timeZone) }),
    ...(isDay(filters.lastOrderBefore) && { lastOrderBefore: dayStart(filters.lastOrderBefore, timeZone, 1) }),
  }
}

/** The filters a segment can express, as its definition; null when none of them is set. */
export function definitionOf(filters: Filters, today: string): Condition | null {
  const { city, lastOrderAfter } = filters
  const { minOrders, maxOrders, minSales } = { ...wholeNumber('minOrders', filters.minOrders), ...wholeNumber('maxOrders', filters.maxOrders), ...wholeNumber('minSales', filters.minSales) }
  const conditions: Condition[] = []
  if (city) conditions.push({ type: 'attribute', attribute: 'city', operator: 'is', values: [city] })
  if (minOrders !== undefined) conditions.push({ type: 'orders', measure: 'count', operator: 'atLeast', value: minOrders, window: null })
  if (maxOrders !== undefined) conditions.push({ type: 'orders', measure: 'count', operator: 'atMost', value: maxOrders, window: null })
  if (minSales !== undefined) conditions.push({ type: 'orders', measure: 'sum', operator: 'atLeast', value: minSales, window: null })
  if (isDay(lastOrderAfter)) {
    conditions.push({ type: 'orders', measure: 'recency', operator: 'atMost', value: daysBetween(lastOrderAfter, today), window: null })
  }
  return conditions.length === 0 ? null : { type: 'and', conditions }
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))
}

function wholeNumber<K extends string>(name: K, text: string | undefined): Partial<Record<K, number>> {
  return text !== undefined && /^\d+$/.test(text) ? ({ [name]: Number(text) } as Partial<Record<K, number>>) : {}
}
