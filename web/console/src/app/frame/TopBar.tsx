import { MenuOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button, Tag, Tooltip } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '@/shared/hooks/useLanguage'
import { useSession } from '@/shared/hooks/useSession'
import { AlertBell } from '@/features/alert/bell'
import { RunningJobs } from '@/features/jobs'
import { switchLanguage } from '../i18n'
import { useMode } from '../theme/mode'
import { BrandSwitch } from './BrandSwitch'
import { GlobalSearch } from './GlobalSearch'
import { PersonMenu } from './PersonMenu'
import styles from './TopBar.module.css'

export function TopBar({ onMenu }: { onMenu: () => void }) {
  const { t } = useTranslation()
  const { mode, toggle } = useMode()
  const language = useLanguage()
  const { data } = useSession()
  const queries = useQueryClient()

  function change() {
    switchLanguage(language === 'zh' ? 'en' : 'zh')
    // Some of the server's answers are words too.
    void queries.invalidateQueries()
  }

  const modeLabel = mode === 'light' ? t('top.dark') : t('top.light')
  return (
    <div className={styles.bar} role="banner">
      <Button type="text" className={styles.menu} icon={<MenuOutlined />} aria-label={t('nav.open')} onClick={onMenu} />
      <BrandSwitch />
      {data?.demo && (
        <Tooltip title={t('top.demoHint')}>
          <Tag color="gold" className={styles.demo}>
            {t('top.demo')}
          </Tag>
        </Tooltip>
      )}
      <GlobalSearch />
      <div className={styles.right}>
        <AlertBell />
        <RunningJobs />
        <Button
          type="text"
          className={styles.language}
          aria-label={t('top.languageLabel')}
          onClick={change}
        >
          {t('top.language')}
        </Button>
        <Tooltip title={modeLabel}>
          <Button type="text" icon={mode === 'light' ? <MoonOutlined /> : <SunOutlined />} aria-label={modeLabel} onClick={toggle} />
        </Tooltip>
        <PersonMenu />
      </div>
    </div>
  )
}
