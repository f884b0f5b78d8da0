import { describe, expect, it } from 'vitest'
import { percentOf, reachOf, strengthOf, sureness } from './evidence'

describe('evidence in words', () => {
  it('speaks for or against, more or less', () => {
    expect([20, 5, 0.4, -1, -9].map(strengthOf)).toEqual(['strong', 'some', 'slight', 'against', 'strongly'])
  })
  it('draws no bar beyond its end', () => {
    expect(reachOf(-40)).toBe(1)
    expect(reachOf(8)).toBe(0.5)
  })
  it('never claims to be certain', () => {
    expect(percentOf(0.9999999)).toBe('99.9%')
    expect(percentOf(0.5)).toBe('50.0%')
    expect([0.999, 0.95, 0.6].map(sureness)).toEqual(['almost', 'very', 'maybe'])
  })
})
