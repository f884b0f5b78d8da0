import { expect, it } from 'vitest'
import { answersOf, definitionOf } from './programme'
import { shownBenefits, toldBenefits, type ProgrammeBenefit } from './programmeBenefit'

const COUPON: ProgrammeBenefit = { name: '生日券', cost: 5, every: 'birthday', id: 'birthday', day: null, daysBefore: 7, gives: { type: 'coupon', template: '3' } }

it('keeps what a benefit gives on its way through the form', () => {
  expect(toldBenefits(shownBenefits([COUPON]))).toEqual([COUPON])
})

it('says nothing of a gift, a day or a name that the benefit does not need', () => {
  const [words] = shownBenefits([{ name: '专属客服', cost: 0, every: 'year', id: null, day: 8, daysBefore: 3, gives: null }])
  expect(words.gives).toEqual({ type: 'none' })
  expect(toldBenefits([words])).toEqual([{ name: '专属客服', cost: 0, every: 'year', id: null, day: null, daysBefore: 0, gives: null }])
})

it('leaves nothing of the form in the definition', () => {
  const plan = { id: 'plus', name: 'Plus', tier: null, price: 99, months: 12, refund: 'none' as const, benefits: [COUPON] }
  const told = definitionOf(answersOf({ ...definitionOf(answersOf(null)), plans: [plan] }))
  expect(told.plans[0].benefits).toEqual([{ name: '生日券', cost: 5, every: 'birthday', id: 'birthday', daysBefore: 7, gives: { type: 'coupon', template: '3' } }])
})
