import { useState } from 'react'
import type { EventFilter } from '@/client'
import { propertyOf } from '@/shared/builder/eventCondition'
import { draftOfFilter, type EventFilterDraft } from '@/shared/builder/eventDraft'
import { EventFilterEditor } from '@/shared/builder/EventFilterEditor'
import { same } from '../api/diff'

/** Which events are meant. What is half written is handed on as it is, so that it is marked and not lost. */
export function EventEditor({ value, onChange }: { value: EventFilter | null; onChange: (next: EventFilter) => void }) {
  const [draft, setDraft] = useState(() => draftOf(value))
  const [told, setTold] = useState(value)
  if (told !== value) {
    setTold(value)
    if (!same(value, filterOf(draft))) setDraft(draftOf(value))
  }
  return (
    <EventFilterEditor
      filter={draft}
      onChange={(next) => {
        setDraft(next)
        onChange(filterOf(next))
      }}
    />
  )
}

function draftOf(value: EventFilter | null): EventFilterDraft {
  return draftOfFilter({ event: value?.event ?? '', where: value?.where ?? [] })
}

function filterOf({ event, where }: EventFilterDraft): EventFilter {
  return {
    event: event?.trim() ?? '',
    where: where.map((one) => propertyOf(one) ?? { property: one.property?.trim() ?? '', operator: one.operator, values: one.values }),
  }
}
