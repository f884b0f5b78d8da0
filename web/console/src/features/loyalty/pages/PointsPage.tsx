import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PointsMonth } from '@/client'
import { listPointsMonthsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { PageHeader } from '@/shared/components/PageHeader'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { ENTRY_FILTERS } from '../api/entryFilter'
import { OpeningsPanel } from '../components/OpeningsPanel'
import { PointsMonths } from '../components/PointsMonths'
import { ReconciliationPanel } from '../components/ReconciliationPanel'
import { TrialBalancePanel } from '../components/TrialBalancePanel'
import { EntriesPanel } from '../entry/EntriesPanel'

const FILTERS = ['tab', 'entry', ...ENTRY_FILTERS] as const

/** The brand's points as a bookkeeper sees them. */
export function PointsPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { filters, set, clear } = useUrlFilters(FILTERS)
  const months = useQuery(listPointsMonthsOptions({ path: { brand } }))
  return (
    <>
      <PageHeader title={t('points.page.title')} headline={months.data && <Headline months={months.data} />} />
      <Tabs
        activeKey={filters.tab ?? 'months'}
        onChange={(tab) => {
          clear()
          set({ tab: tab === 'months' ? null : tab })
        }}
        items={[
          { key: 'months', label: t('points.page.tabs.months'), children: <PointsMonths months={months} /> },
          { key: 'trial', label: t('points.page.tabs.trial'), children: <TrialBalancePanel /> },
          { key: 'entries', label: t('points.page.tabs.entries'), children: <EntriesPanel /> },
          { key: 'reconciliation', label: t('points.page.tabs.reconciliation'), children: <ReconciliationPanel /> },
          { key: 'openings', label: t('points.page.tabs.openings'), children: <OpeningsPanel /> },
        ]}
      />
    </>
  )
}

function Headline({ months }: { months: PointsMonth[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const last = months.at(-1)
  if (!last) return t('points.page.headlineNone')
  const liability = format.count(last.liability)
  return last.breakage === null ? t('points.page.headlineFresh', { liability }) : t('points.page.headline', { liability, breakage: format.rate(last.breakage) })
}
