import type { ReactNode } from 'react'
import { Ripple } from './ProblemView'
import styles from './StateView.module.css'

interface Props {
  title: ReactNode
  /** What to do first. */
  text?: ReactNode
  action?: ReactNode
}

export function EmptyState({ title, text, action }: Props) {
  return (
    <div className={styles.state}>
      <Ripple />
      <h3 className={styles.title}>{title}</h3>
      {text && <p className={styles.text}>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
