import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '@/shared/components/PageHeader'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { Exports } from '../components/Exports'
import { Inlets } from '../components/Inlets'
import { Outlets } from '../components/Outlets'
import { Webhooks } from '../components/Webhooks'

const FILTERS = ['tab'] as const

export function ExchangePage() {
  const { t } = useTranslation()
  const { filters, set } = useUrlFilters(FILTERS)
  return (
    <>
      <PageHeader title={t('exchange.title')} headline={t('exchange.headline')} />
      <Tabs
        activeKey={filters.tab ?? 'webhooks'}
        onChange={(tab) => set({ tab: tab === 'webhooks' ? null : tab })}
        items={[
          { key: 'webhooks', label: t('exchange.tabs.webhooks'), children: <Webhooks /> },
          { key: 'inlets', label: t('exchange.tabs.inlets'), children: <Inlets /> },
          { key: 'outlets', label: t('exchange.tabs.outlets'), children: <Outlets /> },
          { key: 'exports', label: t('exchange.tabs.exports'), children: <Exports /> },
        ]}
      />
    </>
  )
}
