import { describe, expect, it } from 'vitest'
import { daysOf, monthLink, questionOf } from './entryFilter'

const TODAY = '2026-11-28'

describe('the filter of bookings', () => {
  it('takes the last 31 days where nothing narrows it', () => {
    expect(daysOf({}, TODAY)).toEqual({ from: '2026-10-29', until: TODAY })
    expect(daysOf({ kind: 'spend' }, TODAY)).toEqual({ from: '2026-10-29', until: TODAY })
  })

  it('leaves the days open for an order, a key or a member', () => {
    expect(questionOf({ order: 'A1' }, TODAY)).toMatchObject({ order: 'A1', from: undefined, until: undefined })
    expect(questionOf({ member: '12', from: '2026-01-01' }, TODAY)).toMatchObject({ member: 12, from: '2026-01-01', until: undefined })
  })

  it('asks for several accounts at once', () => {
    expect(questionOf({ account: 'mall,order' }, TODAY).account).toEqual(['mall', 'order'])
    expect(questionOf({}, TODAY).account).toBeUndefined()
  })

  it('links a month from its first day to its last', () => {
    expect(monthLink('2028-02-01', ['mall', 'game'])).toBe('/points?tab=entries&account=mall,game&from=2028-02-01&until=2028-02-29')
    expect(monthLink('2026-11-01')).toBe('/points?tab=entries&from=2026-11-01&until=2026-11-30')
  })
})
