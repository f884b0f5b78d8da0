import { describe, expect, it } from 'vitest'
import { changeOf, restsOnFew } from './metricValue'

describe('a metric', () => {
  it('changes by points when it is a rate and by a share otherwise', () => {
    expect(changeOf({ value: 0.65, previous: 0.6, unit: 'rate' })).toEqual({ kind: 'points', by: expect.closeTo(0.05) })
    expect(changeOf({ value: 110, previous: 100, unit: 'people' })).toEqual({ kind: 'share', by: expect.closeTo(0.1) })
  })
  it('has no change to tell from nothing', () => {
    expect(changeOf({ value: 5, previous: 0, unit: 'people' })).toBeNull()
    expect(changeOf({ value: null, previous: 3, unit: 'rate' })).toBeNull()
  })
  it('says when a rate rests on fewer than thirty people', () => {
    expect(restsOnFew({ unit: 'rate', denominator: 29 })).toBe(true)
    expect(restsOnFew({ unit: 'rate', denominator: 30 })).toBe(false)
  })
})
