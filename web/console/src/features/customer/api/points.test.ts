import { expect, it } from 'vitest'
import { signed } from '@/shared/format/signed'
import { bookedLater } from './points'

it('shows which way points went', () => {
  expect(signed(120, String)).toBe('+120')
  expect(signed(-35, String)).toBe('−35')
})

it('says when a booking came late, and not when it came at once', () => {
  expect(bookedLater({ at: '2026-11-20T02:00:00Z', bookedAt: '2026-11-20T02:00:04Z' })).toBe(false)
  expect(bookedLater({ at: '2026-11-20T02:00:00Z', bookedAt: '2026-11-22T02:00:00Z' })).toBe(true)
})
