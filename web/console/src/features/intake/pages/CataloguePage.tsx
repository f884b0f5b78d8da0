import { useQuery } from '@tanstack/react-query'
import { Input, Switch, Table, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CatalogueEntry } from '@/client'
import { listCatalogueOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { ListTools } from '@/shared/lists/ListTools'
import { useListView, type ListColumn } from '@/shared/lists/useListView'
import { CatalogueWarnings } from '../components/CatalogueWarnings'
import { StandardEvents } from '../components/StandardEvents'

const FILTERS = ['tab', 'q', 'warned'] as const

export function CataloguePage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const { filters, set } = useUrlFilters(FILTERS)
  const catalogue = useQuery(listCatalogueOptions({ path: { brand } }))
  const view = useListView<CatalogueEntry>(useColumns(), FILTERS)
  const warned = catalogue.data?.filter(({ warnings }) => warnings.length > 0).length ?? 0
  return (
    <>
      <PageHeader
        title={t('catalogue.title')}
        headline={
          warned > 0
            ? t('catalogue.headlineWarnings', { names: format.exact(catalogue.data?.length), n: format.exact(warned) })
            : t('catalogue.headline')
        }
      />
      <Tabs
        activeKey={filters.tab ?? 'learnt'}
        onChange={(tab) => set({ tab: tab === 'learnt' ? null : tab })}
        items={[
          { key: 'learnt', label: t('catalogue.event'), children: learnt() },
          { key: 'standard', label: t('catalogue.standard'), children: <StandardEvents seen={(catalogue.data ?? []).map(({ name }) => name)} /> },
        ]}
      />
    </>
  )

  function learnt() {
    const asked = (filters.q ?? '').toLowerCase()
    const shown = (list: CatalogueEntry[]) =>
      list.filter(
        ({ name, standard, warnings }) =>
          (!filters.warned || warnings.length > 0) && `${name} ${standard ?? ''}`.toLowerCase().includes(asked),
      )
    return (
      <div className="ww-stack">
        <div className="ww-row">
          <Input.Search
            allowClear
            placeholder={t('catalogue.search')}
            aria-label={t('catalogue.search')}
            defaultValue={filters.q}
            style={{ width: 240 }}
            onSearch={(q) => set({ q: q.trim() })}
          />
          <label className="ww-row">
            <Switch size="small" checked={Boolean(filters.warned)} onChange={(on) => set({ warned: on ? '1' : null })} />
            {t('catalogue.onlyWarnings')}
          </label>
          <ListTools list="event-catalogue" view={view} />
        </div>
        <Panel flush>
          <Loaded query={catalogue}>
            {(list) => (
              <Table
                rowKey="name"
                size="middle"
                columns={view.shown}
                dataSource={shown(list)}
                pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
                scroll={{ x: 'max-content' }}
                locale={{
                  emptyText:
                    list.length === 0 ? (
                      <EmptyState title={t('catalogue.empty')} text={t('catalogue.emptyText')} />
                    ) : (
                      <EmptyState title={t('catalogue.emptyFound')} />
                    ),
                }}
              />
            )}
          </Loaded>
        </Panel>
      </div>
    )
  }
}

function useColumns(): ListColumn<CatalogueEntry>[] {
  const { t } = useTranslation()
  const path = useBrandPath()
  const format = useFormat()
  return [
    {
      key: 'event',
      title: t('catalogue.event'),
      render: (_, { name, standard, ours }) => (
        <>
          <Link to={path(`/event-catalogue/event?name=${encodeURIComponent(name)}`)}>{name}</Link>
          {standard && <div className="ww-muted ww-small">{ours ? `${standard} · ${t('catalogue.ours')}` : standard}</div>}
        </>
      ),
    },
    { key: 'warnings', title: t('catalogue.warnings'), render: (_, { warnings }) => <CatalogueWarnings warnings={warnings} /> },
    {
      key: 'lastWeek',
      name: t('catalogue.lastWeek'),
      title: <Defined meaning={{ definition: t('catalogue.lastWeekMeaning') }}>{t('catalogue.lastWeek')}</Defined>,
      className: 'ww-right',
      render: (_, { lastWeek }) => <Count value={lastWeek} />,
    },
    { key: 'total', title: t('catalogue.total'), className: 'ww-right', render: (_, { events }) => <Count value={events} /> },
    { key: 'first', title: t('catalogue.first'), render: (_, { firstAt }) => format.time(firstAt) },
    { key: 'last', title: t('catalogue.last'), render: (_, { lastAt }) => format.time(lastAt) },
  ]
}
