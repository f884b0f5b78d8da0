import type { ReactNode } from 'react'
import styles from './Stat.module.css'

interface Props {
  label: ReactNode
  value: ReactNode
  note?: ReactNode
  big?: boolean
  testId?: string
}

/** One number that matters, with its name above and its context below. */
export function Stat({ label, value, note, big, testId }: Props) {
  return (
    <div className={styles.stat} data-testid={testId}>
      <div className={styles.label}>{label}</div>
      <div className={big ? styles.big : styles.value}>{value}</div>
      {note && <div className={styles.note}>{note}</div>}
    </div>
  )
}

export function Stats({ children }: { children: ReactNode }) {
  return <div className={styles.stats}>{children}</div>
}
