import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useBrandPath } from '@/shared/brand/BrandContext'
import styles from './ThreeSteps.module.css'

const STEPS = [
  { key: 'one', glyph: 'gather', to: '/imports/new' },
  { key: 'two', glyph: 'turn', to: '/segments/new' },
  { key: 'three', glyph: 'return', to: '/broadcasts/new' },
] as const

/** What an empty installation should do first. */
export function ThreeSteps() {
  const { t } = useTranslation()
  const path = useBrandPath()
  return (
    <ol className={styles.steps}>
      {STEPS.map(({ key, glyph, to }, index) => (
        <li key={key} className={index === 0 ? styles.first : undefined}>
          <span className={styles.glyph} aria-hidden="true">
            {t(`nav.${glyph}`)}
          </span>
          <span className="ww-muted ww-small">{t('insight.start.step', { n: index + 1 })}</span>
          <h2>{t(`insight.start.${key}`)}</h2>
          <p>{t(`insight.start.${key}Text`)}</p>
          <Link to={path(to)}>
            <Button type={index === 0 ? 'primary' : 'default'} size="large">
              {t(`insight.start.${key}Action`)}
            </Button>
          </Link>
          {index === 0 && (
            <Link to={path('/sources')} className={styles.other}>
              {t('insight.start.or')}
            </Link>
          )}
        </li>
      ))}
    </ol>
  )
}
