import type { Condition, EventFilter, EventsCondition, PropertyFilter, Window } from '@/client'
import type { EventFilterDraft, EventsFields, PropertyFilterDraft, SequenceFields } from './eventDraft'

/** Measures that are taken of a property. */
export function ofProperty(measure: EventsCondition['measure']): boolean {
  return measure === 'sum' || measure === 'average' || measure === 'distinct'
}

export function takesMany(operator: PropertyFilter['operator']): boolean {
  return operator === 'in' || operator === 'notIn' || operator === 'hasAll' || operator === 'contains' || operator === 'containsNone'
}

export function takesNone(operator: PropertyFilter['operator']): boolean {
  return operator === 'exists' || operator === 'notExists'
}

/** Null while anything is missing; the window is undefined while it is. */
export function eventsCondition(draft: EventsFields, window: Window | null | undefined): Condition | null {
  const events = filterOf(draft.events)
  const property = ofProperty(draft.measure) ? draft.property?.trim() || undefined : null
  if (!events || property === undefined || draft.value === null || window === undefined) return null
  return { type: 'events', ...events, measure: draft.measure, property, operator: draft.operator, value: draft.value, window }
}

export function sequenceCondition(draft: SequenceFields, window: Window | null | undefined): Condition | null {
  const steps = draft.steps.map(filterOf)
  const without = draft.without ? filterOf(draft.without) : undefined
  if (steps.some((step) => step === null) || without === null || draft.withinDays === null || window === undefined) return null
  if (steps.length === 0 || (steps.length === 1 && !without)) return null
  return { type: 'sequence', steps: steps as EventFilter[], withinDays: draft.withinDays, without: without ?? null, window }
}

function filterOf({ event, where }: EventFilterDraft): EventFilter | null {
  const conditions = where.map(propertyOf)
  if (!event?.trim() || conditions.some((one) => one === null)) return null
  return { event: event.trim(), where: conditions as PropertyFilter[] }
}

export function propertyOf({ property, operator, values }: PropertyFilterDraft): PropertyFilter | null {
  if (!property?.trim()) return null
  if (takesNone(operator)) return { property: property.trim(), operator, values: [] }
  const filled = values.map((value) => value.trim()).filter(Boolean)
  if (filled.length === 0) return null
  return { property: property.trim(), operator, values: takesMany(operator) ? filled : filled.slice(0, 1) }
}
