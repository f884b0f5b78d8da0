import { describe, expect, it } from 'vitest'
import { quiet } from '@mock/data/programmeHealth'
import { begun } from './begun'

describe('a programme has begun', () => {
  it('not while there is nothing at all', () => expect(begun(quiet)).toBe(false))
  it('when it was published', () => expect(begun({ ...quiet, since: '2026-01-01T00:00:00Z' })).toBe(true))
  it('when points were brought from the system before', () => expect(begun({ ...quiet, points: { ...quiet.points, months: [{ ...quiet.points.months[0], opened: 5 }] } })).toBe(true))
  it('when somebody is a member', () => expect(begun({ ...quiet, tiers: { ...quiet.tiers, members: 1 } })).toBe(true))
})
