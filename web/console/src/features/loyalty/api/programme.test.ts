import { describe, expect, it } from 'vitest'
import { answersOf, definitionOf, NEW_RULE, placeInForm, tabOf } from './programme'

describe('a programme in a form', () => {
  it('begins without tiers, and says nothing of what was left empty', () => {
    const told = definitionOf({ ...answersOf(null), earn: [{ ...NEW_RULE, id: 'base', name: '消费', grant: { type: 'perAmount', points: 1, amount: 1 } }] })
    expect(told.tiers).toBeUndefined()
    expect(told.caps).toEqual({})
    expect(told.earn).toEqual([{ id: 'base', name: '消费', grant: { type: 'perAmount', points: 1, amount: 1 }, when: [], caps: {} }])
  })

  it('keeps nought, which is something', () => {
    const told = definitionOf({ ...answersOf(null), tiered: true })
    expect(told.tiers?.tiers[0].threshold).toBe(0)
    expect(told.points.beforeJoining).toBe(0)
  })

  it('knows where a fault stands', () => {
    expect(placeInForm('/definition/earn/0/grant/points')).toBe('/earn/0/grant/points')
    expect(tabOf('/definition/earn/0/grant')).toBe('earn')
    expect(tabOf('/definition/caps/perDay')).toBe('points')
    expect(tabOf('/definition/tiers/tiers/1/threshold')).toBe('tiers')
    expect(tabOf('/definition')).toBe('points')
  })
})
