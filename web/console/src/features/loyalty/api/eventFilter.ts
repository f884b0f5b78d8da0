import type { EventFilter } from '@/client'
import { propertyOf } from '@/shared/builder/eventCondition'
import type { EventFilterDraft } from '@/shared/builder/eventDraft'

/** As it is written so far: a condition that is not finished stays with what it has. */
export function filterSoFar({ event, where }: EventFilterDraft): EventFilter {
  return {
    event: event?.trim() ?? '',
    where: where.map((one) => propertyOf(one) ?? { property: one.property?.trim() ?? '', operator: one.operator, values: one.values }),
  }
}

/** Whether it can be sent: an event, and nothing half written. */
export function isWhole({ event, where }: EventFilter): boolean {
  return event !== '' && where.every((one) => propertyOf({ id: '', ...one, values: [...one.values] }) !== null)
}
