import { useQuery } from '@tanstack/react-query'
import { Segmented, Select, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GuideTask, ListTeamTasksData } from '@/client'
import { listGuidesOptions, listGuideWorkloadsOptions, listTeamTasksInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'

const FILTERS = ['state', 'guide'] as const
const STATES = ['open', 'late', 'done'] as const
type State = (typeof STATES)[number]

/** Of customers who are no guide's friends. */
const NOBODY = '-'

/** What all guides have to do and did, for whoever leads them. */
export function TeamTasksPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const { filters, set } = useUrlFilters(FILTERS)
  const state: State = STATES.find((one) => one === filters.state) ?? 'open'
  const query: ListTeamTasksData['query'] = { state, limit: 50, ...(filters.guide && { guide: filters.guide }) }
  const pages = useCursorPages<GuideTask>(listTeamTasksInfiniteOptions({ path: { brand }, query }), { refetchInterval: 30_000 })
  const workloads = useQuery({ ...listGuideWorkloadsOptions({ path: { brand } }), refetchInterval: 60_000 }).data ?? []
  const guides = useQuery({ ...listGuidesOptions({ path: { brand }, query: { limit: 200 } }), staleTime: 300_000 }).data?.items ?? []
  const named = (guide: string | null) => (guide === null ? t('guideTask.team.nobody') : (guides.find(({ userId }) => userId === guide)?.name ?? guide))
  const columns: TableColumnsType<GuideTask> = [
    { title: <Defined meaning={{ definition: t('guideTask.team.guideMeaning') }}>{t('guideTask.team.guide')}</Defined>, render: (_, { guide }) => named(guide) },
    { title: t('guideTask.team.customer'), render: (_, { customer, customerNo }) => <Link to={path(`/customers/${customerNo}`)}>{customer ?? t('guideTask.anonymous', { no: customerNo })}</Link> },
    { title: t('guideTask.team.task'), dataIndex: 'title' },
    { title: t('guideTask.team.journey'), render: (_, { journey, journeyName }) => <Link to={path(`/journeys/${journey}`)}>{journeyName}</Link> },
    { title: t('guideTask.team.made'), render: (_, { madeAt }) => format.time(madeAt) },
    {
      title: t('guideTask.team.due'),
      render: (_, { dueAt, state: stands }) => (
        <>
          {format.time(dueAt)}
          {stands === 'overdue' && <div className="ww-muted ww-small">{t('guideTask.team.closed')}</div>}
        </>
      ),
    },
    ...(state === 'done'
      ? [
          { title: t('guideTask.team.doneAt'), render: (_: unknown, { doneAt }: GuideTask) => format.time(doneAt) },
          { title: t('guideTask.team.doneBy'), dataIndex: 'doneBy' },
        ]
      : []),
  ]
  return (
    <>
      <PageHeader back={{ to: path('/tasks'), label: t('guideTask.team.back') }} title={t('guideTask.team.title')} headline={t('guideTask.team.headline')} />
      <div className="ww-row" style={{ flexWrap: 'wrap', marginBottom: 12 }}>
        <Segmented
          aria-label={t('guideTask.team.state')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`guideTask.team.states.${value}`) }))}
          onChange={(value) => set({ state: value === 'open' ? null : value })}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 260, maxWidth: '100%' }}
          aria-label={t('guideTask.team.guide')}
          placeholder={t('guideTask.team.all')}
          value={filters.guide}
          options={workloads.map(({ guide, open, late }) => ({
            value: guide ?? NOBODY,
            label: t('guideTask.team.workload', { name: named(guide), late: format.exact(late), open: format.exact(open) }),
          }))}
          onChange={(guide) => set({ guide })}
        />
      </div>
      <Panel flush>
        <CursorTable<GuideTask> rowKey="id" pages={pages} columns={columns} empty={<EmptyState title={t('guideTask.team.empty')} text={t('guideTask.team.emptyText')} />} />
      </Panel>
    </>
  )
}
