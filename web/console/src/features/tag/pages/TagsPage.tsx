import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '@/shared/components/PageHeader'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { Channels } from '../components/Channels'
import { Library } from '../components/Library'
import { MassTagging } from '../components/MassTagging'
import { Rules } from '../components/Rules'

const FILTERS = ['tab', 'filter'] as const

export function TagsPage() {
  const { t } = useTranslation()
  const { filters, set } = useUrlFilters(FILTERS)
  return (
    <>
      <PageHeader title={t('tag.title')} headline={t('tag.headline')} />
      <Tabs
        activeKey={filters.tab ?? 'library'}
        onChange={(tab) => set({ tab: tab === 'library' ? null : tab, filter: null })}
        items={[
          { key: 'library', label: t('tag.tabs.library'), children: <Library /> },
          { key: 'rules', label: t('tag.tabs.rules'), children: <Rules /> },
          { key: 'channels', label: t('tag.tabs.channels'), children: <Channels /> },
          { key: 'mass', label: t('tag.tabs.mass'), children: <MassTagging filter={filters.filter} /> },
        ]}
      />
    </>
  )
}
