import type { GetCustomerTimelineData } from '@/client'
import { dayStart } from '@/shared/format/time'

export const TIMELINE_FILTERS = ['groups', 'sources', 'events', 'from', 'to'] as const
export const EVENT_GROUPS = ['orders', 'messages', 'browsing', 'membership', 'service', 'identity', 'other'] as const

export type TimelineFilterName = (typeof TIMELINE_FILTERS)[number]
export type TimelineFilters = Partial<Record<TimelineFilterName, string>>
type Question = Omit<NonNullable<GetCustomerTimelineData['query']>, 'cursor' | 'limit'>

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** The address's words as the question the server answers; what makes no sense is left out. */
export function timelineQuestion(filters: TimelineFilters, timeZone: string): Question {
  const groups = listed(filters.groups).filter((group) => EVENT_GROUPS.some((known) => known === group))
  const sources = listed(filters.sources)
  const names = listed(filters.events)
  return {
    ...(groups.length > 0 && { groups }),
    ...(sources.length > 0 && { sources }),
    ...(names.length > 0 && { names }),
    ...(isDay(filters.from) && { from: dayStart(filters.from, timeZone) }),
    ...(isDay(filters.to) && { to: dayStart(filters.to, timeZone, 1) }),
  }
}

export function listed(text: string | undefined): string[] {
  return text ? text.split(',').filter(Boolean) : []
}
