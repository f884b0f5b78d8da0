import { describe, expect, it } from 'vitest'
import { forecast } from './forecast'

const template = { stock: null, budget: null, worth: 1_000, issued: 40, reserved: 40_000 }

describe('what issuing costs at most', () => {
  it('is one coupon’s worth for everybody', () => expect(forecast(template, 200)).toEqual({ most: 200, cost: 200_000, short: null }))

  it('stops at what is left of the stock', () =>
    expect(forecast({ ...template, stock: 100 }, 200)).toEqual({ most: 60, cost: 60_000, short: { by: 'stock', left: 60 } }))

  it('stops at what is left of the budget, whole coupons only', () =>
    expect(forecast({ ...template, stock: 100, budget: 50_500 }, 200)).toEqual({ most: 10, cost: 10_000, short: { by: 'budget', left: 10 } }))

  it('has no limit for a discount without a cap', () => expect(forecast({ ...template, worth: 0 }, 200).cost).toBeNull())

  it('is bounded by the stock also when nobody counted the segment', () => {
    expect(forecast(template, null)).toEqual({ most: null, cost: null, short: null })
    expect(forecast({ ...template, stock: 50 }, null)).toEqual({ most: 10, cost: 10_000, short: null })
  })
})
