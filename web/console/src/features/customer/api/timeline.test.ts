import { describe, expect, it } from 'vitest'
import { timelineQuestion } from './timeline'

describe('the timeline’s address', () => {
  it('becomes the server’s question, days of the brand as instants', () => {
    expect(
      timelineQuestion({ groups: 'orders,identity', sources: 'crm', from: '2026-03-01', to: '2026-03-02' }, 'Asia/Shanghai'),
    ).toEqual({
      groups: ['orders', 'identity'],
      sources: ['crm'],
      from: '2026-02-28T16:00:00.000Z',
      to: '2026-03-02T16:00:00.000Z',
    })
  })
  it('leaves out what makes no sense', () => {
    expect(timelineQuestion({ groups: 'magic', from: 'yesterday', sources: '' }, 'Asia/Shanghai')).toEqual({})
  })
})
