import { describe, expect, it } from 'vitest'
import type { Condition } from '@/client'
import { conditionOf, incompleteIn } from './condition'
import { draftOf, newAnniversaryRow, newAttributeRow, newEventsRow, newGroup, newOrdersRow, newSegmentRow, newSequenceRow, newTagRow, withNode } from './draft'
import { newEventFilter, newPropertyFilter } from './eventDraft'

const nested: Condition = {
  type: 'and',
  conditions: [
    { type: 'attribute', attribute: 'city', operator: 'in', values: ['London', '上海'] },
    { type: 'orders', measure: 'count', operator: 'atLeast', value: 2, window: { type: 'last', days: 365 } },
    {
      type: 'or',
      conditions: [
        { type: 'orders', measure: 'sum', operator: 'atLeast', value: 50_000, window: { type: 'between', from: '2011-01-01', to: '2011-06-30' } },
        { type: 'tag', operator: 'none', tags: ['7', '12'] },
        { type: 'anniversary', attribute: 'birthday', within: { type: 'days', days: 30 } },
        { type: 'not', condition: { type: 'anniversary', attribute: 'memberSince', within: { type: 'month', months: 3 } } },
        { type: 'segment', segment: '4' },
        {
          type: 'events',
          event: 'Product Viewed',
          where: [
            { property: 'category', operator: 'in', values: ['裙', '鞋'] },
            { property: 'note', operator: 'notExists', values: [] },
          ],
          measure: 'sum',
          property: 'price',
          operator: 'atLeast',
          value: 99.5,
          window: { type: 'last', days: 30 },
        },
        {
          type: 'sequence',
          steps: [
            { event: 'Product Viewed', where: [] },
            { event: 'Product Added', where: [{ property: 'price', operator: 'atLeast', values: ['10'] }] },
          ],
          withinDays: 7,
          without: { event: 'Order Completed', where: [] },
          window: null,
        },
        { type: 'sequence', steps: [{ event: 'a', where: [] }, { event: 'b', where: [] }], withinDays: 1, without: null, window: { type: 'last', days: 9 } },
        { type: 'not', condition: { type: 'orders', measure: 'recency', operator: 'atMost', value: 90, window: null } },
        { type: 'not', condition: { type: 'and', conditions: [{ type: 'attribute', attribute: 'phone', operator: 'exists', values: [] }] } },
      ],
    },
  ],
}

describe('a segment’s definition', () => {
  it('comes back from being edited exactly as it went in', () => {
    expect(conditionOf(draftOf(nested))).toEqual(nested)
  })

  it('is a group even when it was a single condition', () => {
    const single: Condition = { type: 'orders', measure: 'count', operator: 'atMost', value: 1, window: null }
    expect(conditionOf(draftOf(single))).toEqual({ type: 'and', conditions: [single] })
    expect(conditionOf(draftOf({ type: 'not', condition: nested }))).toEqual({ type: 'and', conditions: [{ type: 'not', condition: nested }] })
  })

  it('does not exist while a part is incomplete', () => {
    const row = newAttributeRow()
    const draft = newGroup([newOrdersRow(), row])
    expect(conditionOf(draft)).toBeNull()
    expect(incompleteIn(draft)).toEqual([row.id])
    expect(conditionOf(withNode(draft, row.id, null))).not.toBeNull()
  })

  it.each([newTagRow(), newSegmentRow(), { ...newAnniversaryRow(), within: { type: 'days' as const, days: null } }])(
    'does not exist while a $kind condition is not filled in',
    (row) => {
      expect(conditionOf(row)).toBeNull()
      expect(incompleteIn(newGroup([row]))).toEqual([row.id])
    },
  )

  it('does not exist for an empty group, which would mean everyone', () => {
    expect(conditionOf(newGroup())).toBeNull()
    expect(conditionOf(newGroup([newOrdersRow(), newGroup()]))).toBeNull()
  })

  it('needs both ends of a window in order', () => {
    const row = { ...newOrdersRow(), window: { type: 'between' as const, from: '2011-06-30', to: '2011-01-01' } }
    expect(conditionOf(newGroup([row]))).toBeNull()
  })

  it('asks for no value where none is meant, and trims what is typed', () => {
    const row = { ...newAttributeRow(), attribute: 'phone', values: [' x '] }
    expect(conditionOf({ ...row, operator: 'notExists' })).toEqual({ type: 'attribute', attribute: 'phone', operator: 'notExists', values: [] })
    expect(conditionOf(row)).toEqual({ type: 'attribute', attribute: 'phone', operator: 'is', values: ['x'] })
  })

  it('needs an event, a property where one is measured, and every filter filled in', () => {
    const row = newEventsRow()
    expect(conditionOf(row)).toBeNull()
    const named = { ...row, events: { ...row.events, event: ' Product Viewed ' } }
    expect(conditionOf(named)).toEqual({
      type: 'events',
      event: 'Product Viewed',
      where: [],
      measure: 'count',
      property: null,
      operator: 'atLeast',
      value: 1,
      window: { type: 'last', days: 30 },
    })
    expect(conditionOf({ ...named, measure: 'sum' })).toBeNull()
    expect(conditionOf({ ...named, events: { ...named.events, where: [newPropertyFilter()] } })).toBeNull()
    const filter = { ...newPropertyFilter(), property: 'category', operator: 'isNot' as const, values: ['x', 'y'] }
    expect(conditionOf({ ...named, events: { ...named.events, where: [filter] } })).toMatchObject({
      where: [{ property: 'category', operator: 'isNot', values: ['x'] }],
    })
  })

  it('needs two steps, or one and what did not follow it', () => {
    const row = newSequenceRow()
    expect(conditionOf(row)).toBeNull()
    const step = { ...row.steps[0], event: 'a' }
    expect(conditionOf({ ...row, steps: [step] })).toBeNull()
    expect(conditionOf({ ...row, steps: [step], without: { ...newEventFilter(), event: 'b' } })).toMatchObject({
      steps: [{ event: 'a', where: [] }],
      without: { event: 'b', where: [] },
    })
    expect(conditionOf({ ...row, steps: [step, { ...row.steps[1], event: 'b' }] })).toMatchObject({ withinDays: 7, without: null })
    expect(conditionOf({ ...row, steps: [step, { ...row.steps[1], event: 'b' }], withinDays: null })).toBeNull()
  })

  it('carries no window for days since the last order', () => {
    const row = { ...newOrdersRow(), measure: 'recency' as const, value: 30 }
    expect(conditionOf(row)).toEqual({ type: 'orders', measure: 'recency', operator: 'atLeast', value: 30, window: null })
  })
})
