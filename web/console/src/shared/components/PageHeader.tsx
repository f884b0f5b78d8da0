import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import styles from './PageHeader.module.css'

interface Props {
  title: ReactNode
  /** The page's state in words. */
  headline?: ReactNode
  actions?: ReactNode
  back?: { to: string; label: string }
}

export function PageHeader({ title, headline, actions, back }: Props) {
  const { t } = useTranslation()
  return (
    <header className={styles.header}>
      {typeof title === 'string' && <title>{`${title} · ${t('product')}`}</title>}
      <div className={styles.words}>
        {back && (
          <Link to={back.to} className={styles.back}>
            ‹ {back.label}
          </Link>
        )}
        <h1 className={styles.title}>{title}</h1>
        {headline && <p className={styles.headline}>{headline}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
