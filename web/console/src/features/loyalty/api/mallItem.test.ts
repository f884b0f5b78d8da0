import { describe, expect, it } from 'vitest'
import { fittingItem, newItem } from './mallItem'

describe('something for the mall', () => {
  it('says nothing of what its kind has no use for', () => {
    const all = { ...newItem, template: '7', stores: ['s1'], money: 500, stock: 3, picture: ' ' }
    expect(fittingItem({ ...all, kind: 'coupon' })).toMatchObject({ template: '7', delivery: false, stores: [], money: 0, stock: 3, picture: null })
    expect(fittingItem({ ...all, kind: 'code' })).toMatchObject({ template: null, delivery: false, stores: [], money: 0, stock: null })
    expect(fittingItem({ ...all, kind: 'goods' })).toMatchObject({ template: null, delivery: true, stores: ['s1'], money: 0 })
  })

  it('costs money only where it is picked up', () => {
    expect(fittingItem({ ...newItem, delivery: false, stores: ['s1'], money: 500 }).money).toBe(500)
  })
})
