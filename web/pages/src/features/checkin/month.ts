/** The days of a day's month as a calendar that begins on Monday has them; null before the first. */
export function monthOf(day: string): (string | null)[] {
  const [year, month] = day.split('-').map(Number)
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const days = Array.from({ length }, (_, at) => `${day.slice(0, 8)}${String(at + 1).padStart(2, '0')}`)
  return [...Array<null>(first).fill(null), ...days]
}
