import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuarantinedEvent } from '@/client'
import { listQuarantineGroupsOptions, listQuarantineInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { ListTools } from '@/shared/lists/ListTools'
import { useListView, type ListColumn } from '@/shared/lists/useListView'
import { QuarantineActions } from '../components/QuarantineActions'
import { QuarantineDrawer } from '../components/QuarantineDrawer'
import { QuarantineGroups } from '../components/QuarantineGroups'

const FILTERS = ['source', 'reason', 'state'] as const
const STATES = ['open', 'replayed', 'discarded'] as const
type State = (typeof STATES)[number]

export function QuarantinePage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { filters, set } = useUrlFilters(FILTERS)
  const [opened, setOpened] = useState<number | null>(null)
  const state = STATES.find((one) => one === filters.state) ?? 'open'
  const source = filters.source ? Number(filters.source) : undefined
  const groups = useQuery({ ...listQuarantineGroupsOptions({ path: { brand } }), refetchInterval: 10_000 })
  const pages = useCursorPages<QuarantinedEvent>(
    listQuarantineInfiniteOptions({ path: { brand }, query: { source, reason: filters.reason, state, limit: 50 } }),
    { refetchInterval: 10_000 },
  )
  const view = useListView<QuarantinedEvent>(useColumns(state, setOpened), FILTERS)
  const chosen = (groups.data ?? []).filter(
    (group) => (source === undefined || group.sourceId === source) && (!filters.reason || group.reason === filters.reason),
  )
  const filtered = source !== undefined || filters.reason !== undefined
  return (
    <>
      <PageHeader title={t('quarantine.title')} headline={t('quarantine.headline')} />
      <div className="ww-stack">
        <Loaded query={groups} rows={3}>
          {(list) =>
            list.length > 0 && (
              <QuarantineGroups
                groups={list}
                chosen={{ source, reason: filters.reason }}
                onChoose={(next) => set({ source: next?.source, reason: next?.reason, state: null })}
              />
            )
          }
        </Loaded>
        <div className="ww-row">
          <Segmented<State>
            value={state}
            onChange={(next) => set({ state: next === 'open' ? null : next })}
            options={STATES.map((one) => ({ value: one, label: t(`quarantine.states.${one}`) }))}
          />
          {filtered && <Button onClick={() => set({ source: null, reason: null })}>{t('common.clear')}</Button>}
          <ListTools list="quarantine" view={view} />
          {state === 'open' && chosen.length > 0 && (
            <QuarantineActions source={source} reason={filters.reason} events={chosen.reduce((sum, { events }) => sum + events, 0)} />
          )}
        </div>
        <Panel flush>
          <CursorTable
            rowKey="id"
            pages={pages}
            columns={view.shown as TableColumnsType<QuarantinedEvent>}
            empty={
              state === 'open' && !filtered ? (
                <EmptyState title={t('quarantine.empty')} text={t('quarantine.emptyText')} />
              ) : (
                <EmptyState title={t('quarantine.emptyState')} />
              )
            }
          />
        </Panel>
      </div>
      {opened !== null && <QuarantineDrawer key={opened} id={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

function useColumns(state: State, open: (id: number) => void): ListColumn<QuarantinedEvent>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const columns: ListColumn<QuarantinedEvent>[] = [
    {
      key: 'name',
      title: t('quarantine.name'),
      render: (_, { id, name }) => (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => open(id)}>
          {name ?? <span className="ww-muted">{t('quarantine.nameless')}</span>}
        </Button>
      ),
    },
    {
      key: 'reason',
      title: t('quarantine.reason'),
      render: (_, { detail, corrected }) => (
        <span style={{ whiteSpace: 'normal' }}>
          {detail} {corrected && <StateTag tone="sun">{t('quarantine.corrected')}</StateTag>}
        </span>
      ),
    },
    { key: 'source', title: t('quarantine.source'), dataIndex: 'source' },
    { key: 'times', title: t('quarantine.times'), className: 'ww-right', render: (_, { times }) => t('quarantine.timesOf', { n: format.exact(times) }) },
    { key: 'first', title: t('quarantine.first'), render: (_, { firstAt }) => format.time(firstAt) },
    { key: 'last', title: t('quarantine.last'), render: (_, { lastAt }) => format.time(lastAt) },
  ]
  if (state !== 'open') {
    columns.push({
      key: 'closed',
      title: t('common.state'),
      render: (_, { closedBy, closedAt }) => t('quarantine.closed', { by: closedBy, at: format.time(closedAt) }),
    })
  }
  return columns
}
