import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import type { WecomStatus } from '@/client'
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
  const headline = status && headlineOf(status)

  function headlineOf({ configured, guides, stores, friends, lastSyncAt }: WecomStatus): string {
    if (!configured) return t('wecom.guides.unset')
    if (!lastSyncAt) return t('wecom.guides.never')
    return t('wecom.guides.headline', {
      guides: format.exact(guides),
      stores: format.exact(stores),
      friends: format.exact(friends),
      at: format.time(lastSyncAt),
    })
  }

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
