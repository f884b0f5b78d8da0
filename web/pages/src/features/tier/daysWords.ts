import { date } from '@/shared/format'
import { words } from '@/words/words'

const DAY = 86_400_000

/** Days in order as people say them: one, the first and the last of a row, or the first and how many follow. */
export function daysWords(days: string[]): string {
  const [first, last] = [days[0], days[days.length - 1]]
  if (days.length === 1) return date(first)
  const row = (Date.parse(last) - Date.parse(first)) / DAY === days.length - 1
  return row ? `${date(first)} – ${date(last)}` : words('daysMore', { date: date(first), count: days.length - 1 })
}
