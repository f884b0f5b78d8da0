import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowDraft } from './draft'
import { NotToggle } from './NotToggle'
import styles from './Builder.module.css'

interface Props<R extends RowDraft> {
  row: R
  onChange: (next: R | null) => void
  children: ReactNode
}

/** One condition: its own editors, whether it excludes, and a way to remove it. */
export function RowFrame<R extends RowDraft>({ row, onChange, children }: Props<R>) {
  const { t } = useTranslation()
  return (
    <div className={`${styles.row} ${row.negated ? styles.negated : ''}`} data-testid="segment-row">
      <div className={styles.editors}>{children}</div>
      <div className={styles.tools}>
        <NotToggle negated={row.negated} onChange={(negated) => onChange({ ...row, negated })} />
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('segment.builder.remove')} onClick={() => onChange(null)} />
      </div>
    </div>
  )
}
