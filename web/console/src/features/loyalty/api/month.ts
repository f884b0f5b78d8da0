/** The month so many later, as `2026-11`. */
export function later(month: string, months: number): string {
  const [year, of] = month.split('-').map(Number)
  const at = year * 12 + (of - 1) + months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** The days of a month in whole weeks from Monday on; null for days of other months. */
export function gridOf(month: string): (string | null)[] {
  const [year, of] = month.split('-').map(Number)
  const before = (new Date(Date.UTC(year, of - 1, 1)).getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, of, 0)).getUTCDate()
  const cells: (string | null)[] = Array.from({ length: before }, () => null)
  for (let day = 1; day <= length; day++) cells.push(`${month}-${String(day).padStart(2, '0')}`)
  while (cells.length % 7 > 0) cells.push(null)
  return cells
}
