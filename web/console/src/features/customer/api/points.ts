import type { StatementLine } from '@/client'

const HOUR = 3_600_000

/** Whether a booking came so long after what it is for that one would wonder. */
export function bookedLater({ at, bookedAt }: Pick<StatementLine, 'at' | 'bookedAt'>): boolean {
  return Date.parse(bookedAt) - Date.parse(at) > HOUR
}
