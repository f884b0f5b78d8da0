import type { Metric } from '@/client'
import type { Format } from '@/shared/hooks/useFormat'

/** A metric's value as its unit asks, short. */
export function metricValue({ value, unit }: Pick<Metric, 'value' | 'unit'>, format: Format): string {
  switch (unit) {
    case 'money':
      return format.moneyShort(value == null ? null : Math.round(value))
    case 'rate':
      return format.rate(value)
    case 'people':
      return format.count(value)
    case 'number':
      return format.decimal(value)
  }
}

/** The same value in full; null where the short one is whole already. */
export function metricExact({ value, unit }: Pick<Metric, 'value' | 'unit'>, format: Format): string | null {
  if (value == null) return null
  if (unit === 'money') return format.money(Math.round(value))
  return unit === 'people' ? format.exact(value) : null
}

export type Change = { kind: 'points' | 'share'; by: number } | null

/** Rates change by points, everything else by a share of what it was. */
export function changeOf({ value, previous, unit }: Pick<Metric, 'value' | 'previous' | 'unit'>): Change {
  if (value == null || previous == null) return null
  if (unit === 'rate') return { kind: 'points', by: value - previous }
  return previous === 0 ? null : { kind: 'share', by: value / previous - 1 }
}

/** A rate that rests on so few people says so. */
export function restsOnFew({ unit, denominator }: Pick<Metric, 'unit' | 'denominator'>): boolean {
  return unit === 'rate' && denominator != null && denominator < 30
}
