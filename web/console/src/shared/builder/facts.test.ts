import { describe, expect, it } from 'vitest'
import type { Condition } from '@/client'
import { conditionOf, incompleteIn } from './condition'
import { draftOf, newGroup, newOrdersRow } from './draft'
import { newFilter } from './filterDraft'
import { newAiplRow, newLifecycleRow, newRfmRow, startCuts } from './stageDraft'
import { newTouchpointRow, statesOf } from './touchpointDraft'

const definition: Condition = {
  type: 'and',
  conditions: [
    {
      type: 'orders',
      measure: 'average',
      operator: 'atMost',
      value: 20_000,
      window: { type: 'last', days: 90 },
      where: [
        { fact: 'category', operator: 'in', values: ['茶', 'tea'] },
        { fact: 'store', operator: 'notIn', values: ['S1'] },
      ],
    },
    { type: 'orders', measure: 'sinceFirst', operator: 'atLeast', value: 30, window: null },
    { type: 'touchpoint', channel: 'wecom', state: 'lost', guides: ['LiNa'] },
    { type: 'not', condition: { type: 'touchpoint', channel: 'sms', state: 'reachable' } },
    { type: 'rfm', r: [4, 5], m: [1] },
    { type: 'rfm', f: [5], cuts: { recency: [180, 90, 60, 30], frequency: [2, 3, 5, 10], monetary: [100, 200, 300, 400] } },
    { type: 'lifecycle', stages: ['new', 'lost'], cycleDays: 45 },
    { type: 'not', condition: { type: 'aipl', stages: ['interest'] } },
  ],
}

describe('what was bought, how people are reached, and where they stand', () => {
  it('comes back from being edited exactly as it went in', () => {
    expect(conditionOf(draftOf(definition))).toEqual(definition)
  })

  it('waits for the values of a filter', () => {
    const row = { ...newOrdersRow(), filters: [newFilter()] }
    expect(incompleteIn(newGroup([row]))).toEqual([row.id])
    expect(conditionOf({ ...row, filters: [{ ...newFilter(), values: [' T1 '] }] })).toMatchObject({ where: [{ fact: 'product', operator: 'in', values: ['T1'] }] })
  })

  it('asks for guides only where a friendship is meant', () => {
    const row = { ...newTouchpointRow(), guides: ['LiNa'] }
    expect(conditionOf(row)).toMatchObject({ guides: ['LiNa'] })
    expect(conditionOf({ ...row, state: 'unsubscribed' })).toEqual({ type: 'touchpoint', channel: 'wecom', state: 'unsubscribed' })
    expect(conditionOf({ ...row, channel: 'email' })).toEqual({ type: 'touchpoint', channel: 'email', state: 'reachable' })
    expect(statesOf('sms')).not.toContain('lost')
  })

  it('needs a score, and cuts in order', () => {
    const row = newRfmRow()
    expect(conditionOf({ ...row, scores: { r: [], f: [], m: [] } })).toBeNull()
    const cuts = startCuts(100)
    expect(conditionOf({ ...row, cuts })).not.toBeNull()
    expect(conditionOf({ ...row, cuts: { ...cuts, recency: [30, 60, 90, 180] } })).toBeNull()
    expect(conditionOf({ ...row, cuts: { ...cuts, monetary: [1, 2, 3, null] } })).toBeNull()
  })

  it.each([{ ...newLifecycleRow(), stages: [] }, { ...newAiplRow(), stages: [] }])('needs a stage of $kind', (row) => {
    expect(conditionOf(row)).toBeNull()
  })
})
