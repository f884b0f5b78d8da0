import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowDraft } from './draft'
import { EffectNote } from './EffectNote'
import { Handle } from './Handle'
import { NotToggle } from './NotToggle'
import { useArrangement } from './useArrangement'
import styles from './Builder.module.css'

interface Props<R extends RowDraft> {
  row: R
  onChange: (next: R | null) => void
  children: ReactNode
}

/** One condition: its own editors, what it does, whether it excludes, and ways to move and remove it. */
export function RowFrame<R extends RowDraft>({ row, onChange, children }: Props<R>) {
  const { t } = useTranslation()
  const { remove } = useArrangement()
  return (
    <div className={`${styles.row} ${row.negated ? styles.negated : ''}`} data-testid="segment-row">
      <Handle id={row.id} />
      <div className={styles.middle}>
        <div className={styles.editors}>{children}</div>
        <EffectNote id={row.id} />
      </div>
      <div className={styles.tools}>
        <NotToggle negated={row.negated} onChange={(negated) => onChange({ ...row, negated })} />
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('segment.builder.remove')} onClick={() => remove(row.id)} />
      </div>
    </div>
  )
}
