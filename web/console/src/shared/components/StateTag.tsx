import styles from './StateTag.module.css'

export type Tone = 'calm' | 'water' | 'sun' | 'good' | 'bad'

/** A state as a dot before a sentence that names it. */
export function StateDot({ tone, busy }: { tone: Tone; busy?: boolean }) {
  return (
    <span className={`${styles.lone} ${styles[tone]}`} aria-hidden="true">
      <i className={busy ? styles.busy : styles.dot} />
    </span>
  )
}

/** A state in one word, its colour never the only sign. */
export function StateTag({ tone, children, busy }: { tone: Tone; children: string; busy?: boolean }) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      <i className={busy ? styles.busy : styles.dot} aria-hidden="true" />
      {children}
    </span>
  )
}
