import { SettingOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { WheelMark } from '@/shared/components/WheelMark'
import { mayOpen, sections, type Section } from './places'
import styles from './Nav.module.css'

export function Nav({ onChoose }: { onChoose?: () => void }) {
  const { t } = useTranslation()
  const person = usePerson()
  const path = useBrandPath()
  const shown = sections
    .map(({ section, places }) => ({ section, places: places.filter((place) => mayOpen(place, person)) }))
    .filter(({ places }) => places.length > 0)
  const home = person.role === 'guide' ? '/tasks' : '/home'
  return (
    <nav className={styles.nav} aria-label={t('nav.label')} onClick={onChoose}>
      <NavLink to={path(home)} className={styles.product}>
        <WheelMark size={28} />
        <span>{t('product')}</span>
      </NavLink>
      <div className={styles.scroll}>
        {home === '/home' && (
          <NavLink to={path('/home')} className={styles.place}>
            {t('nav.home')}
          </NavLink>
        )}
        {shown.map(({ section, places }) => (
          <section key={section} className={styles.section} aria-label={sectionName(section)}>
            <h2 className={styles.heading}>
              <span className={styles.glyph} aria-hidden="true">
                {section === 'settings' ? <SettingOutlined /> : t(`nav.${section}`)}
              </span>
              {sectionName(section)}
            </h2>
            {places.map((place) => (
              <NavLink key={place.key} to={path(place.path)} className={styles.place}>
                {t(`nav.${place.key}`)}
              </NavLink>
            ))}
          </section>
        ))}
      </div>
    </nav>
  )

  function sectionName(section: Section): string {
    return section === 'settings' ? t('nav.settings') : t(`nav.${section}Name`)
  }
}
