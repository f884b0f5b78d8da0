import { describe, expect, it } from 'vitest'
import { percentOf, sumOfOdds, weightOf } from './odds'

describe('odds', () => {
  it('go to a ten-thousandth of a percent and back', () => {
    expect(weightOf(0.0001)).toBe(1)
    expect(weightOf(33.3333)).toBe(333_333)
    expect(percentOf(weightOf(12.5))).toBe(12.5)
  })

  it('add up without noise', () => {
    expect(sumOfOdds([0.1, 0.2, null, undefined])).toBe(0.3)
    expect(sumOfOdds([33.3333, 33.3333, 33.3334])).toBe(100)
  })
})
