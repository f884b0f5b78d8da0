import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import type { Condition } from '@/client'
import { conditionOf } from '@/shared/builder/condition'
import { draftOf, newAnniversaryRow, newAttributeRow, newGroup, newOrdersRow, newSegmentRow, newTagRow, type Draft } from '@/shared/builder/draft'
import { segments } from '@mock/handlers/segment'

const { $schema, ...schema } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/segment-definition.schema.json'), 'utf8'))

/** A validator of the trade; it speaks an older dialect, in which this schema means the same. */
const conforms = new Ajv({ unknownFormats: 'ignore', allErrors: true }).compile(schema)

const complete: Draft[] = [
  { ...newAttributeRow(), attribute: 'city', operator: 'in', values: ['London'] },
  { ...newAttributeRow(), attribute: 'attributes.skin type', operator: 'notExists' },
  { ...newTagRow(), tags: ['12'] },
  { ...newSegmentRow(), segment: '3', negated: true },
  newOrdersRow(),
  newAnniversaryRow(),
]

describe('the published schema of the language', () => {
  it('is of the dialect it says', () => {
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema')
  })

  it.each(complete)('is met by what the builder makes of a $kind condition', (row) => {
    const definition = conditionOf(newGroup([row, newGroup([row], 'or')]))
    expect(conforms(definition), JSON.stringify(conforms.errors)).toBe(true)
  })

  it('is met by every definition of the example', () => {
    for (const { definition } of segments) expect(conforms(conditionOf(draftOf(definition as Condition)))).toBe(true)
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['no type', {}],
    ['an unknown type', { type: 'xor', conditions: [] }],
    ['an empty choice', { type: 'or', conditions: [] }],
    ['an unknown field', { type: 'and', conditions: [], limit: 1 }],
    ['an unknown attribute', { type: 'attribute', attribute: 'town', operator: 'is', values: ['x'] }],
    ['an operator that the type does not have', { type: 'attribute', attribute: 'city', operator: 'atLeast', values: ['5'] }],
    ['two values for one', { type: 'attribute', attribute: 'city', operator: 'is', values: ['x', 'y'] }],
    ['a value where none is meant', { type: 'attribute', attribute: 'city', operator: 'exists', values: ['x'] }],
    ['no day', { type: 'attribute', attribute: 'birthday', operator: 'is', values: ['soon'] }],
    ['a blank', { type: 'attribute', attribute: 'city', operator: 'is', values: ['　'] }],
    ['a tag that is no id', { type: 'tag', operator: 'any', tags: ['1; drop table tag'] }],
    ['a part of a number', { type: 'orders', measure: 'count', operator: 'atLeast', value: 1.5, window: null }],
    ['too many days', { type: 'orders', measure: 'count', operator: 'atLeast', value: 1, window: { type: 'last', days: 365_000 } }],
    ['a wrong one deep inside', { type: 'not', condition: { type: 'and', conditions: [{ type: 'segment', segment: 'x' }] } }],
  ])('is not met by %s', (_, definition) => {
    expect(conforms(definition)).toBe(false)
  })
})
