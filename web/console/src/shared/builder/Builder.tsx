import { useTranslation } from 'react-i18next'
import type { Condition } from '@/client'
import { incompleteIn } from './condition'
import type { GroupDraft } from './draft'
import { GroupEditor } from './GroupEditor'
import { ArrangementContext, useArranging } from './useArrangement'
import { useEffects } from './useEffects'
import styles from './Builder.module.css'

interface Props {
  draft: GroupDraft
  onChange: (change: (now: GroupDraft) => GroupDraft) => void
  /** The definition as it was last asked about; null while it is incomplete. */
  asked: Condition | null
  /** The saved segment that is being edited. */
  segment?: string
}

/** Edits a definition: its conditions, their order and groups, and what each of them does. */
export function Builder({ draft, onChange, asked, segment }: Props) {
  const { t } = useTranslation()
  const { effects, count } = useEffects(draft, asked, segment)
  const arrangement = useArranging(draft, onChange, effects, count)
  const incomplete = incompleteIn(draft).length
  return (
    <ArrangementContext value={arrangement}>
      <div data-node={draft.id} data-size={draft.children.length}>
        <GroupEditor root group={draft} onChange={arrangement.change} />
      </div>
      <p className={`ww-muted ww-small ${styles.keys}`}>{t('segment.arrange.keys')}</p>
      {incomplete > 0 && (
        <p className="ww-muted ww-small" role="status" style={{ marginTop: 12 }}>
          {t('segment.page.incomplete', { n: incomplete, count: incomplete })}
        </p>
      )}
    </ArrangementContext>
  )
}
