import { describe, expect, it } from 'vitest'
import { rewardOf } from './reward'

describe('a reward', () => {
  it('says what its kind has, and nothing of the others', () => {
    const all = { points: 5, template: '7', draw: '3', chances: 2 }
    expect(rewardOf({ ...all, type: 'points' })).toEqual({ type: 'points', points: 5 })
    expect(rewardOf({ ...all, type: 'coupon' })).toEqual({ type: 'coupon', template: '7' })
    expect(rewardOf({ ...all, type: 'chances' })).toEqual({ type: 'chances', draw: '3', chances: 2 })
  })
})
