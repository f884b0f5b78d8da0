import type { FindPointsEntriesData, PointsMonth } from '@/client'

export const ENTRY_FILTERS = ['order', 'key', 'member', 'account', 'kind', 'from', 'until'] as const
export const BY = ['order', 'key', 'member'] as const
export const KINDS = ['earn', 'open', 'mature', 'spend', 'freeze', 'capture', 'release', 'take-back', 'give-back', 'deduct', 'expire'] as const
export const ACCOUNTS = ['available', 'pending', 'frozen', 'debt', 'issued', 'opened', 'expired', 'mall', 'order', 'game', 'adjusted', 'forgiven'] as const

/** The accounts whose postings a column of the months adds up. */
export const ACCOUNTS_OF = {
  issued: ['issued'],
  opened: ['opened'],
  spent: ['mall', 'order', 'game'],
  expired: ['expired'],
  adjusted: ['adjusted'],
  forgiven: ['forgiven'],
} as const satisfies Partial<Record<keyof PointsMonth, readonly (typeof ACCOUNTS)[number][]>>

/** As many days as the server looks through at once. */
const MOST_DAYS = 31

export type EntryFilters = Partial<Record<(typeof ENTRY_FILTERS)[number], string>>
type Question = NonNullable<FindPointsEntriesData['query']>

/** What the bookings are found by besides days, accounts and kinds. */
export function found(filters: EntryFilters): (typeof BY)[number] | undefined {
  return BY.find((by) => filters[by])
}

export function accountsOf(filters: EntryFilters): string[] {
  return filters.account?.split(',').filter(Boolean) ?? []
}

/** The days that are looked through: those of the address, else the last days unless something else narrows it. */
export function daysOf(filters: EntryFilters, today: string): { from?: string; until?: string } {
  if (filters.from || filters.until || found(filters)) return { from: filters.from, until: filters.until }
  return { from: daysBefore(today, MOST_DAYS - 1), until: today }
}

export function questionOf(filters: EntryFilters, today: string): Question {
  const { order, key, member, kind } = filters
  const accounts = accountsOf(filters)
  return { ...daysOf(filters, today), order, key, member: member ? Number(member) : undefined, kind, account: accounts.length > 0 ? accounts : undefined }
}

/** Where the bookings of accounts in a month are listed; of all accounts when none is named. */
export function monthLink(month: string, accounts: readonly string[] = []): string {
  const [year, of] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, of, 0)).getUTCDate()
  const days = `from=${month.slice(0, 7)}-01&until=${month.slice(0, 7)}-${last}`
  return `/points?tab=entries${accounts.length > 0 ? `&account=${accounts.join(',')}` : ''}&${days}`
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}
