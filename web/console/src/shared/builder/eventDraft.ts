import type { EventFilter, EventsCondition, PropertyFilter, SequenceCondition } from '@/client'
import type { WindowDraft } from './draft'

/** The parts of conditions over events while they are being edited. */
export interface PropertyFilterDraft {
  id: string
  property: string | null
  operator: PropertyFilter['operator']
  values: string[]
}

export interface EventFilterDraft {
  id: string
  event: string | null
  where: PropertyFilterDraft[]
}

export interface EventsFields {
  events: EventFilterDraft
  measure: EventsCondition['measure']
  property: string | null
  operator: EventsCondition['operator']
  value: number | null
  window: WindowDraft
}

export interface SequenceFields {
  steps: EventFilterDraft[]
  withinDays: number | null
  without: EventFilterDraft | null
  window: WindowDraft
}

export const MOST_FILTERS = 10
export const MOST_STEPS = 5

let last = 0
const newId = () => `e${++last}`

export function newEventFilter(): EventFilterDraft {
  return { id: newId(), event: null, where: [] }
}

export function newPropertyFilter(): PropertyFilterDraft {
  return { id: newId(), property: null, operator: 'is', values: [] }
}

export function draftOfEvents(condition: EventsCondition): Omit<EventsFields, 'window'> {
  return {
    events: draftOfFilter(condition),
    measure: condition.measure,
    property: condition.property ?? null,
    operator: condition.operator,
    value: condition.value,
  }
}

export function draftOfSequence(condition: SequenceCondition): Omit<SequenceFields, 'window'> {
  return {
    steps: condition.steps.map(draftOfFilter),
    withinDays: condition.withinDays,
    without: condition.without ? draftOfFilter(condition.without) : null,
  }
}

export function draftOfFilter({ event, where }: EventFilter): EventFilterDraft {
  return { id: newId(), event, where: where.map((one) => ({ id: newId(), property: one.property, operator: one.operator, values: [...one.values] })) }
}
