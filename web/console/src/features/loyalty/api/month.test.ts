import { describe, expect, it } from 'vitest'
import { gridOf, later } from './month'

describe('a month', () => {
  it('comes before and after others, over new year too', () => {
    expect(later('2026-12', 1)).toBe('2027-01')
    expect(later('2027-01', -1)).toBe('2026-12')
    expect(later('2026-11', 0)).toBe('2026-11')
  })

  it('is laid out in whole weeks from Monday on', () => {
    const november = gridOf('2026-11')
    expect(november).toHaveLength(42)
    expect(november.slice(0, 7)).toEqual([null, null, null, null, null, null, '2026-11-01'])
    expect(november[35]).toBe('2026-11-30')
    expect(gridOf('2027-02')).toHaveLength(28)
  })
})
