import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '@/client'
import { Builder } from '@/shared/builder/Builder'
import { conditionOf } from '@/shared/builder/condition'
import { draftOf, newGroup, newOrdersRow, type GroupDraft } from '@/shared/builder/draft'
import { isUnfinished, keptOf, revived } from '@/shared/builder/unfinished'
import { useDebounced } from '@/shared/hooks/useDebounced'
import { same } from '../api/diff'

const PAUSE = 350

/**
 * A condition on the customer, in the segments' builder. What is half written is handed on as it is, so that it is
 * marked and not lost, whatever is opened meanwhile.
 */
export function ConditionEditor({ value, onChange }: { value: Condition | null; onChange: (next: Condition) => void }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<GroupDraft>(() => startFrom(value))
  const [told, setTold] = useState(value)
  if (told !== value) {
    setTold(value)
    if (value && !same(value, keptOf(draft))) setDraft(startFrom(value))
  }
  const written = conditionOf(draft)
  const asked = useDebounced(value && !isUnfinished(value) ? value : null, PAUSE)
  return (
    <>
      <Builder
        draft={draft}
        asked={asked}
        onChange={(change) => {
          const next = change(draft)
          setDraft(next)
          // The server knows it for unfinished and says so where it stands.
          onChange(keptOf(next) as Condition)
        }}
      />
      {written === null && <Alert type="warning" showIcon title={t('journeyStep.panel.unfinished')} data-testid="unfinished" />}
    </>
  )
}

function startFrom(value: Condition | null): GroupDraft {
  if (isUnfinished(value)) return revived(value)
  return value ? draftOf(value) : newGroup([newOrdersRow()])
}
