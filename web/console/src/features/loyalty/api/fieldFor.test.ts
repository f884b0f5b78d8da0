import { expect, it } from 'vitest'
import { fieldFor } from './fieldFor'

const fields = [['name'], ['terms', 'benefit', 'off'], ['terms', 'scope', 'products'], ['terms', 'validity', 'until']]

it('finds the field a fault is about, also within a list', () => {
  expect(fieldFor('/name', fields)).toEqual(['name'])
  expect(fieldFor('/terms/benefit/off', fields)).toEqual(['terms', 'benefit', 'off'])
  expect(fieldFor('/terms/scope/products/3', fields)).toEqual(['terms', 'scope', 'products'])
})

it('finds none where the form has none', () => {
  expect(fieldFor('/terms/validity', fields)).toBeUndefined()
  expect(fieldFor('', fields)).toBeUndefined()
})
