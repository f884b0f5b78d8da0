import { useTranslation } from 'react-i18next'
import { useBrand } from '@/shared/brand/BrandContext'
import styles from './Preview.module.css'

export function MailPreview({ subject, text }: { subject: string; text: string }) {
  const { t } = useTranslation()
  const { name } = useBrand()
  return (
    <div className={styles.mail}>
      <h3>{subject || '—'}</h3>
      <div className={styles.mailHead}>
        <span className={styles.avatar} aria-hidden="true">
          {name.slice(0, 1)}
        </span>
        <span>
          {t('touch.templates.mailFrom')} <strong>{name}</strong>
        </span>
      </div>
      <p>{text}</p>
    </div>
  )
}
