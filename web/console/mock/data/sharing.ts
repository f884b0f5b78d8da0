import type { FormerSharedPerson, SharedAccount, SharingRule } from '@/client'
import { customers } from './customers'

export const sharingRules: SharingRule[] = [
  { kind: 'family', active: true, most: 6, everybodySpends: true },
  { kind: 'company', active: true, most: 50, everybodySpends: false },
]

export const sharedAccounts: SharedAccount[] = [
  {
    id: 3,
    kind: 'company',
    openedAt: '2026-11-02T02:00:00Z',
    closedAt: null,
    points: 12_600,
    people: [person(8, '何*', true, 12_600)],
  },
  {
    id: 2,
    kind: 'family',
    openedAt: '2026-10-11T02:00:00Z',
    closedAt: null,
    points: 3_450,
    people: [person(1, '李*', true, 2_100), person(2, '张*', false, 1_350), person(3, null, false, 0)],
  },
  { id: 1, kind: 'family', openedAt: '2026-09-01T02:00:00Z', closedAt: '2026-10-01T02:00:00Z', points: 0, people: [] },
]

/** By account. */
export const formerPeople: Record<number, FormerSharedPerson[]> = { 1: [former(4, '周*', true), former(5, null, false)] }

function former(index: number, name: string | null, holder: boolean): FormerSharedPerson {
  return { customer: customers[index].customerNo, name, holder, joinedAt: '2026-09-01T02:00:00Z', leftAt: '2026-10-01T02:00:00Z' }
}

function person(index: number, name: string | null, holder: boolean, points: number) {
  return { customer: customers[index].customerNo, name, holder, joinedAt: '2026-11-02T02:00:00Z', points }
}
