import { useState } from 'react'
import type { Condition } from '@/client'
import { Builder } from '@/shared/builder/Builder'
import { conditionOf } from '@/shared/builder/condition'
import { draftOf, newGroup, newOrdersRow, type GroupDraft } from '@/shared/builder/draft'
import { useDebounced } from '@/shared/hooks/useDebounced'
import { same } from '../api/diff'

const PAUSE = 350

/** A condition on the customer, in the segments' builder; null as long as it is incomplete. */
export function ConditionEditor({ value, onChange }: { value: Condition | null; onChange: (next: Condition | null) => void }) {
  const [draft, setDraft] = useState<GroupDraft>(() => startFrom(value))
  const [told, setTold] = useState(value)
  if (told !== value) {
    setTold(value)
    if (value && !same(value, conditionOf(draft))) setDraft(startFrom(value))
  }
  const asked = useDebounced(value, PAUSE)
  return (
    <Builder
      draft={draft}
      asked={asked}
      onChange={(change) => {
        const next = change(draft)
        setDraft(next)
        onChange(conditionOf(next))
      }}
    />
  )
}

function startFrom(value: Condition | null): GroupDraft {
  return value ? draftOf(value) : newGroup([newOrdersRow()])
}
