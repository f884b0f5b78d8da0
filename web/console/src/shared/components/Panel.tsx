import type { ReactNode } from 'react'
import styles from './Panel.module.css'

interface Props {
  title?: ReactNode
  note?: ReactNode
  extra?: ReactNode
  /** Lets a table reach the panel's edges. */
  flush?: boolean
  children: ReactNode
  className?: string
  label?: string
}

/** A titled surface; the one container every page is made of. */
export function Panel({ title, note, extra, flush, children, className, label }: Props) {
  return (
    <section className={[styles.panel, className].filter(Boolean).join(' ')} aria-label={label}>
      {(title || extra) && (
        <header className={styles.header}>
          <div>
            {title && <h2 className={styles.title}>{title}</h2>}
            {note && <div className={styles.note}>{note}</div>}
          </div>
          {extra && <div className={styles.extra}>{extra}</div>}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  )
}
