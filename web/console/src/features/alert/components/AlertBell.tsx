import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Alert } from '@/client'
import { listAlertsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'

const EVERY = 30_000
const SHOWN = 8

/** What is late now, wherever one is in the console. A guide's phone has none. */
export function AlertBell() {
  return usePerson().role === 'guide' ? null : <Bell />
}

function Bell() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({ ...listAlertsOptions({ path: { brand } }), refetchInterval: EVERY })
  const late = data?.filter(({ clearedAt }) => clearedAt === null) ?? []
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={t('alert.title')}
      content={
        <div style={{ width: 320, maxWidth: '80vw' }}>
          {late.length === 0 ? <p className="ww-muted">{t('alert.none')}</p> : late.slice(0, SHOWN).map((alert) => <Line key={alert.id} alert={alert} onOpen={() => setOpen(false)} />)}
          <Link to={path('/alerts')} onClick={() => setOpen(false)}>
            {t('alert.all')}
          </Link>
        </div>
      }
    >
      <Badge count={late.length} size="small" offset={[-6, 6]}>
        <Button type="text" icon={<BellOutlined />} aria-label={`${t('alert.title')}: ${late.length}`} data-testid="alert-bell" />
      </Badge>
    </Popover>
  )
}

function Line({ alert, onOpen }: { alert: Alert; onOpen: () => void }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  const format = useFormat()
  const text = useText()
  return (
    <p style={{ margin: '0 0 12px' }}>
      <Link to={path(alert.path)} onClick={onOpen}>
        {text(alert.reason)}
      </Link>
      <br />
      <span className="ww-muted ww-small">{t('alert.since', { time: format.time(alert.since), n: format.exact(alert.waiting) })}</span>
    </p>
  )
}
