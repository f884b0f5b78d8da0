import type { StatementLine } from '@/client'

/** A change with its sign; a minus as wide as the plus. */
export function signed(change: number, exact: (value: number) => string): string {
  return change > 0 ? `+${exact(change)}` : `−${exact(-change)}`
}

const HOUR = 3_600_000

/** Whether a booking came so long after what it is for that one would wonder. */
export function bookedLater({ at, bookedAt }: Pick<StatementLine, 'at' | 'bookedAt'>): boolean {
  return Date.parse(bookedAt) - Date.parse(at) > HOUR
}
