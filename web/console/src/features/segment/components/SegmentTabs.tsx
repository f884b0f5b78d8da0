import { Tabs } from 'antd'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Segment } from '@/client'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'

/** One more thing to see of a saved segment; it is called `segment.tabs.<key>`. */
export interface SegmentTab {
  key: 'analysis' | 'sizes' | 'history' | 'uses'
  Content: ComponentType<{ segment: Segment }>
}

const FILTERS = ['tab'] as const

/** The definition, and beside it what else there is to see of a saved segment. */
export function SegmentTabs({ segment, tabs, children }: { segment?: Segment; tabs: SegmentTab[]; children: ReactNode }) {
  const { t } = useTranslation()
  const { filters, set } = useUrlFilters(FILTERS)
  if (!segment || tabs.length === 0) return children
  return (
    <Tabs
      activeKey={filters.tab ?? 'definition'}
      onChange={(tab) => set({ tab: tab === 'definition' ? null : tab })}
      items={[
        { key: 'definition', label: t('segment.tabs.definition'), children },
        ...tabs.map(({ key, Content }) => ({ key, label: t(`segment.tabs.${key}`), children: <Content segment={segment} />, destroyOnHidden: true })),
      ]}
    />
  )
}
