import { useBrand } from '@/shared/brand/BrandContext'
import styles from './Preview.module.css'

/** A guide's message as it looks in a WeChat conversation. */
export function PhonePreview({ text }: { text: string }) {
  const { name } = useBrand()
  return (
    <div className={styles.phone}>
      <div className={styles.notch} aria-hidden="true" />
      <div className={styles.chatTitle}>{name}</div>
      <div className={styles.chat}>
        {text && (
          <div className={styles.message}>
            <span className={styles.avatar} aria-hidden="true">
              {name.slice(0, 1)}
            </span>
            <p className={styles.bubble}>{linked(text)}</p>
          </div>
        )}
      </div>
    </div>
  )
}

function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    /^https?:/.test(part) ? (
      <span key={index} className={styles.link}>
        {part}
      </span>
    ) : (
      part
    ),
  )
}
