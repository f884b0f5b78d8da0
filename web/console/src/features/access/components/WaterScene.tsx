import type { ReactNode } from 'react'
import { SceneWheel } from './SceneWheel'
import styles from './WaterScene.module.css'

/** A still pond at dawn: the place people come in by. */
export function WaterScene({ children }: { children: ReactNode }) {
  return (
    <div className={styles.scene}>
      <div className={styles.sun} aria-hidden="true" />
      <div className={styles.wheel} aria-hidden="true">
        <SceneWheel />
      </div>
      <svg className={styles.water} viewBox="0 0 1440 420" preserveAspectRatio="none" aria-hidden="true">
        <path className={styles.far} d="M-200 120q90-36 180 0t180 0 180 0 180 0 180 0 180 0 180 0 180 0 180 0 180 0V420H-200z" />
        <path className={styles.middle} d="M-260 190q120-40 240 0t240 0 240 0 240 0 240 0 240 0 240 0 240 0V420H-260z" />
        <path className={styles.near} d="M-320 270q150-40 300 0t300 0 300 0 300 0 300 0 300 0 300 0V420H-320z" />
      </svg>
      <div className={styles.content}>{children}</div>
    </div>
  )
}
