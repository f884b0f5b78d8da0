import { useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SegmentSummary } from '@/client'
import { listSegmentsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { ComparePanel } from '../components/analysis/ComparePanel'
import { ContrastsPanel } from '../components/analysis/ContrastsPanel'
import { DistributionPanel } from '../components/analysis/DistributionPanel'
import { OverlapPanel } from '../components/analysis/OverlapPanel'

const FILTERS = ['segments', 'view', 'of', 'attribute', 'days'] as const
const VIEWS = ['overlap', 'distribution', 'compare'] as const
const MOST = 6
const YEAR = 365

/** Segments seen together; everything chosen is in the address. */
export function AnalysisPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const list = useQuery(listSegmentsOptions({ path: { brand } }))
  return (
    <>
      <PageHeader back={{ to: path('/segments'), label: t('segment.page.back') }} title={t('analysis.title')} headline={t('analysis.headline')} />
      <Loaded query={list}>
        {(segments) =>
          segments.length === 0 ? (
            <Panel>
              <EmptyState title={t('analysis.none')} text={t('analysis.noneText')} action={<Link to={path('/segments/new')}>{t('segment.list.create')}</Link>} />
            </Panel>
          ) : (
            <Analysis segments={segments} />
          )
        }
      </Loaded>
    </>
  )
}

function Analysis({ segments }: { segments: SegmentSummary[] }) {
  const { t } = useTranslation()
  const { filters, set } = useUrlFilters(FILTERS)
  const ids = (filters.segments ?? '').split(',')
  const chosen = ids.flatMap((id) => segments.filter((segment) => segment.id === id)).slice(0, MOST)
  const view = VIEWS.find((one) => one === filters.view) ?? (chosen.length === 1 ? 'distribution' : 'overlap')
  return (
    <div className="ww-stack">
      <Panel>
        <div className="ww-row">
          <Select
            mode="multiple"
            maxCount={MOST}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ flex: 1, minWidth: 240 }}
            aria-label={t('analysis.choose')}
            placeholder={t('analysis.choosePlaceholder')}
            value={chosen.map(({ id }) => id)}
            options={segments.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next: string[]) => set({ segments: next.join(',') })}
          />
          <Segmented value={view} options={VIEWS.map((value) => ({ value, label: t(`analysis.views.${value}`) }))} onChange={(next) => set({ view: next })} />
        </div>
      </Panel>
      <View chosen={chosen} view={view} />
    </div>
  )
}

function View({ chosen, view }: { chosen: SegmentSummary[]; view: (typeof VIEWS)[number] }) {
  const { t } = useTranslation()
  const { filters, set } = useUrlFilters(FILTERS)
  const [left, right] = chosen
  if (!left) return <Hint title={t('analysis.needOne')} />
  if (view === 'distribution') {
    const of = chosen.find(({ id }) => id === filters.of) ?? left
    return (
      <>
        {chosen.length > 1 && (
          <Segmented
            style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
            aria-label={t('analysis.distribution.segment')}
            value={of.id}
            options={chosen.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => set({ of: id })}
          />
        )}
        <DistributionPanel segment={of.id} attribute={filters.attribute} onAttribute={(attribute) => set({ attribute })} />
      </>
    )
  }
  if (!right) return <Hint title={t('analysis.needTwo')} />
  if (view === 'overlap') return <OverlapPanel segments={chosen.map(({ id }) => id)} />
  const others = chosen.slice(2).map(({ id }) => id)
  return (
    <>
      <ComparePanel
        left={left.id}
        right={right.id}
        days={Number(filters.days) || YEAR}
        onDays={(days) => set({ days })}
        onSwap={() => set({ segments: [right.id, left.id, ...others].join(',') })}
      />
      <ContrastsPanel left={left} right={right} />
    </>
  )
}

function Hint({ title }: { title: string }) {
  return (
    <Panel>
      <EmptyState title={title} />
    </Panel>
  )
}
