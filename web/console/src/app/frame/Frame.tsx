import { Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router'
import { Nav } from './Nav'
import { TopBar } from './TopBar'
import styles from './Frame.module.css'

export function Frame() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {t('nav.skip')}
      </a>
      <aside className={styles.side}>
        <Nav />
      </aside>
      <Drawer placement="left" size={248} open={open} onClose={() => setOpen(false)} closable={false} styles={{ body: { padding: 0 } }}>
        <Nav onChoose={() => setOpen(false)} />
      </Drawer>
      <div className={styles.main}>
        <TopBar onMenu={() => setOpen(true)} />
        <main id="content" className={styles.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  )
}
