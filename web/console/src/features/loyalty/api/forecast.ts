import type { CouponTemplate } from '@/client'

export interface Forecast {
  /** How many coupons are issued at most; null when nobody counted. */
  most: number | null
  /** What they cost at most, in minor units; null where that has no limit. */
  cost: number | null
  /** What keeps some from getting one, and how many it is enough for. */
  short: { by: 'stock' | 'budget'; left: number } | null
}

type Figures = Pick<CouponTemplate, 'stock' | 'budget' | 'worth' | 'issued' | 'reserved'>

/** What issuing to so many people gives and costs at most. */
export function forecast(template: Figures, people: number | null): Forecast {
  const byStock = template.stock === null ? Infinity : Math.max(0, template.stock - template.issued)
  const byBudget = template.budget === null || template.worth === 0 ? Infinity : Math.max(0, Math.floor((template.budget - template.reserved) / template.worth))
  const left = Math.min(byStock, byBudget)
  const most = Math.min(people ?? Infinity, left)
  return {
    most: most === Infinity ? null : most,
    cost: template.worth === 0 || most === Infinity ? null : most * template.worth,
    short: people !== null && left < people ? { by: byStock <= byBudget ? 'stock' : 'budget', left } : null,
  }
}
