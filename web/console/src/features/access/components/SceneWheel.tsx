import styles from './WaterScene.module.css'

const PADDLES = Array.from({ length: 15 }, (_, index) => index * 24)

/** A water wheel that turns slowly, half in the water. */
export function SceneWheel() {
  return (
    <svg className={styles.turning} viewBox="0 0 400 400" fill="none" stroke="var(--ww-primary)" strokeLinecap="round">
      <circle cx="200" cy="200" r="150" strokeWidth="5" />
      <circle cx="200" cy="200" r="118" strokeWidth="2.5" />
      <circle cx="200" cy="200" r="30" strokeWidth="5" />
      {PADDLES.map((angle) => (
        <g key={angle} transform={`rotate(${angle} 200 200)`}>
          <path d="M200 170V32" strokeWidth="3" />
          <path d="M186 30q14-10 28 0v30q-14-8-28 0z" fill="var(--ww-primary)" stroke="none" />
        </g>
      ))}
      <circle cx="200" cy="200" r="13" fill="var(--ww-accent)" stroke="none" />
    </svg>
  )
}
