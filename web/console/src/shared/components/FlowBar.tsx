import styles from './FlowBar.module.css'

interface Props {
  /** Between 0 and 1; null while the size is not known. */
  share: number | null
  label: string
  tone?: 'water' | 'sun' | 'good' | 'bad'
}

/** How far a long job has come. */
export function FlowBar({ share, label, tone = 'water' }: Props) {
  const percent = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
    >
      <div
        className={`${styles.fill} ${styles[tone]} ${percent === null ? styles.endless : ''}`}
        style={{ width: percent === null ? '30%' : `${percent}%` }}
      />
    </div>
  )
}
