import { expect, it } from 'vitest'
import type { MemberSharing } from '@/client'
import { standing } from './standing'

const MOTHER = { customer: 7, name: '王*', holder: true, joinedAt: '2026-11-01T00:00:00Z', points: 60 }
const CHILD = { customer: 9, name: null, holder: false, joinedAt: '2026-11-02T00:00:00Z', points: 50 }
const ACCOUNT = { id: 1, kind: 'family' as const, openedAt: '2026-11-01T00:00:00Z', closedAt: null, points: 110, people: [MOTHER, CHILD] }

function seen(you: number, rule: { active?: boolean; most?: number; everybodySpends?: boolean }): MemberSharing {
  return { you, account: ACCOUNT, rules: [{ kind: 'family', active: true, most: 6, everybodySpends: true, ...rule }] }
}

it('lets everybody spend together, or the holder alone, or nobody while the brand has paused it', () => {
  expect(standing(seen(9, {}), ACCOUNT)?.spends).toBe('together')
  expect(standing(seen(9, { everybodySpends: false }), ACCOUNT)?.spends).toBe('holder')
  expect(standing(seen(7, { everybodySpends: false }), ACCOUNT)?.spends).toBe('together')
  expect(standing(seen(7, { active: false }), ACCOUNT)?.spends).toBe('paused')
})

it('knows who is who, and whether there is room', () => {
  expect(standing(seen(9, {}), ACCOUNT)).toMatchObject({ you: CHILD, holder: false, full: false })
  expect(standing(seen(7, { most: 2 }), ACCOUNT)).toMatchObject({ you: MOTHER, holder: true, full: true })
  expect(standing(seen(8, {}), ACCOUNT)).toBeNull()
})
