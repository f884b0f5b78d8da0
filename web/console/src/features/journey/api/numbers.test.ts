import { describe, expect, it } from 'vitest'
import { counts } from '@mock/data/journeys'
import { numbersOf, versionsIn } from './numbers'

describe('the numbers of a node', () => {
  it('are those of all versions together, or of one', () => {
    expect(versionsIn(counts)).toEqual([1, 2])
    expect(numbersOf(counts, 2).get('hello')).toMatchObject({ entered: 2_064, passed: { sent: 1_820, notSent: 244 } })
    expect(numbersOf(counts, null).get('hello')).toMatchObject({ entered: 2_164, passed: { sent: 1_910, notSent: 254 } })
    expect(numbersOf(undefined, null).size).toBe(0)
  })
  it('add up', () => {
    for (const [node, { entered, inside, aside, left, passed }] of numbersOf(counts, null)) {
      expect([node, inside + aside + left + Object.values(passed).reduce((sum, n) => sum + n, 0)]).toEqual([node, entered])
    }
  })
})
