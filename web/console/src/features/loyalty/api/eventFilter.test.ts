import { expect, it } from 'vitest'
import { filterSoFar, isWhole } from './eventFilter'

it('hands on what is half written, and knows that it is', () => {
  const half = filterSoFar({ id: 'e1', event: 'Survey Answered ', where: [{ id: 'e2', property: 'survey', operator: 'is', values: [] }] })
  expect(half).toEqual({ event: 'Survey Answered', where: [{ property: 'survey', operator: 'is', values: [] }] })
  expect(isWhole(half)).toBe(false)
})

it('is whole with an event alone, and with what every condition needs', () => {
  expect(isWhole({ event: 'Survey Answered', where: [] })).toBe(true)
  expect(isWhole({ event: 'Survey Answered', where: [{ property: 'survey', operator: 'is', values: ['spring'] }] })).toBe(true)
  expect(isWhole({ event: '', where: [] })).toBe(false)
})
