import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { getWecomStatusOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { PageHeader } from '@/shared/components/PageHeader'
import { ProblemView } from '@/shared/components/ProblemView'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { Guides } from '../components/Guides'
import { Stores } from '../components/Stores'
import { SyncButton } from '../components/SyncButton'

const FILTERS = ['tab'] as const

export function GuidesPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const { filters, set } = useUrlFilters(FILTERS)
  const status = useQuery(getWecomStatusOptions({ path: { brand } })).data
  const headline = status?.configured
    ? t('wecom.guides.headline', {
        guides: format.exact(status.guides),
        stores: format.exact(status.stores),
        friends: format.exact(status.friends),
        at: status.lastSyncAt ? format.time(status.lastSyncAt) : t('wecom.guides.never'),
      })
    : status && t('wecom.guides.unset')
  return (
    <>
      <PageHeader title={t('wecom.guides.title')} headline={headline} actions={<SyncButton disabled={!status?.configured} />} />
      {status?.problem && (
        <div style={{ marginBottom: 16 }}>
          <ProblemView error={status.problem} compact />
        </div>
      )}
      <Tabs
        activeKey={filters.tab ?? 'guides'}
        onChange={(tab) => set({ tab: tab === 'guides' ? null : tab })}
        items={[
          { key: 'guides', label: t('wecom.guides.tabs.guides'), children: <Guides /> },
          { key: 'stores', label: t('wecom.guides.tabs.stores'), children: <Stores /> },
        ]}
      />
    </>
  )
}
