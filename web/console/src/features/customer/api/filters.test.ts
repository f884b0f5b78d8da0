import { describe, expect, it } from 'vitest'
import { definitionOf, questionOf } from './filters'

describe('the customer filters of an address', () => {
  it('become the server’s question, days as instants of the brand’s zone', () => {
    const filters = { q: '王', reachable: 'wecom', minOrders: '2', lastOrderAfter: '2011-11-01', lastOrderBefore: '2011-11-30' }
    expect(questionOf(filters, 'Asia/Shanghai')).toEqual({
      q: '王',
      reachable: 'wecom',
      minOrders: 2,
      lastOrderAfter: '2011-10-31T16:00:00.000Z',
      lastOrderBefore: '2011-11-30T16:00:00.000Z',
    })
  })
  it('leave out what makes no sense', () => {
    expect(questionOf({ reachable: 'pigeon', minOrders: 'two', lastOrderAfter: 'soon' }, 'UTC')).toEqual({})
  })
  it('become a segment where a segment can say them', () => {
    expect(definitionOf({ city: 'London', minOrders: '2', lastOrderAfter: '2011-11-09' }, '2011-12-09')).toEqual({
      type: 'and',
      conditions: [
        { type: 'attribute', attribute: 'city', operator: 'is', values: ['London'] },
        { type: 'orders', measure: 'count', operator: 'atLeast', value: 2, window: null },
        { type: 'orders', measure: 'recency', operator: 'atMost', value: 30, window: null },
      ],
    })
    expect(definitionOf({ q: '王' }, '2011-12-09')).toBeNull()
  })
})
