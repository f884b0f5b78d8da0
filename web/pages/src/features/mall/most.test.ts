import { describe, expect, it } from 'vitest'
import { most } from './most'

describe('how many pieces a member can have at once', () => {
  it('is what stock and limit allow as long as the points pay for them', () => {
    expect(most({ most: 3, points: 100 }, 1_000)).toBe(3)
    expect(most({ most: 99, points: 100 }, 250)).toBe(2)
  })

  it('is one at least, because the shelf says why not even that', () => {
    expect(most({ most: 5, points: 100 }, 0)).toBe(1)
  })
})
