import { useState } from 'react'
import type { EventFilter } from '@/client'
import { draftOfFilter, type EventFilterDraft } from '@/shared/builder/eventDraft'
import { EventFilterEditor } from '@/shared/builder/EventFilterEditor'
import { filterSoFar } from '../../api/eventFilter'

interface Props {
  value?: EventFilter
  onChange?: (filter: EventFilter) => void
}

/** Which events count, as segments ask for them. What is half written is handed on, so that it is refused and not lost. */
export function EventFilterField({ value, onChange }: Props) {
  const [draft, setDraft] = useState<EventFilterDraft>(() => draftOfFilter({ event: value?.event ?? '', where: value?.where ?? [] }))
  return (
    <EventFilterEditor
      filter={draft}
      onChange={(next) => {
        setDraft(next)
        onChange?.(filterSoFar(next))
      }}
    />
  )
}
