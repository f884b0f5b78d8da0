import { describe, expect, it } from 'vitest'
import { lastMonth, settlementFile, sumOf } from './settlement'

describe('a settlement', () => {
  it('is for the month before, whole', () => {
    expect(lastMonth('2026-11-26')).toEqual({ from: '2026-10-01', until: '2026-10-31' })
    expect(lastMonth('2026-01-01')).toEqual({ from: '2025-12-01', until: '2025-12-31' })
    expect(lastMonth('2028-03-31')).toEqual({ from: '2028-02-01', until: '2028-02-29' })
  })

  it('adds up all stores', () =>
    expect(
      sumOf([
        { store: 'S1', redeemed: 3, amount: 3_000, returned: 500, owed: 2_500 },
        { store: null, redeemed: 1, amount: 800, returned: 0, owed: 800 },
      ]),
    ).toEqual({ redeemed: 4, amount: 3_800, returned: 500, owed: 3_300 }))

  it('has its file by store where one is asked for', () => {
    expect(settlementFile('demo', { from: '2026-10-01', until: '2026-10-31', store: 'A & B', format: 'csv' })).toBe(
      '/api/brands/demo/coupon-settlement/file?from=2026-10-01&until=2026-10-31&format=csv&store=A+%26+B',
    )
  })
})
