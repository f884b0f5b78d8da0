import { describe, expect, it } from 'vitest'
import { conditionOf } from './condition'
import { newGroup, newSegmentRow, type Draft } from './draft'
import { pointersOf } from './pointers'

const row = (segment: string, negated = false): Draft => ({ ...newSegmentRow(), segment, negated })

describe('where a condition stands', () => {
  it('is where the definition that is sent has it, exclusions included', () => {
    const inner = newGroup([row('3'), row('4', true)], 'or')
    const draft = newGroup([row('1'), row('2', true), { ...inner, negated: true }])
    const sent = { definition: conditionOf(draft) }
    const at = (pointer: string) => pointer.split('/').slice(1).reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], sent)
    for (const node of [draft, ...draft.children, ...inner.children]) {
      expect(at(pointersOf(draft).get(node.id) ?? '')).toEqual(conditionOf(node.id === inner.id ? { ...inner, negated: true } : node))
    }
    expect(pointersOf(draft).get(inner.children[1].id)).toBe('/definition/conditions/2/condition/conditions/1')
  })
})
