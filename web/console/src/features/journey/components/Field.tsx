import type { ReactNode } from 'react'
import styles from './StepPanel.module.css'

/** A named field of the side panel. */
export function Field({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <div className={styles.label}>{label}</div>
      {children}
      {hint && <div className="ww-muted ww-small">{hint}</div>}
    </div>
  )
}
