interface DayCount {
  day: string
  events: number
}

/** The days up to the newest one, those without events filled in. */
export function lastDays(days: DayCount[], many: number): DayCount[] {
  const newest = days.reduce((latest, { day }) => (day > latest ? day : latest), '')
  const events = new Map(days.map((one) => [one.day, one.events]))
  return Array.from({ length: many }, (_, index) => {
    const date = new Date(`${newest}T00:00:00Z`)
    date.setUTCDate(date.getUTCDate() - (many - 1 - index))
    const day = date.toISOString().slice(0, 10)
    return { day, events: events.get(day) ?? 0 }
  })
}
