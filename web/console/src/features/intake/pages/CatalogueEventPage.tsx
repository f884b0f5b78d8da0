import { useQuery } from '@tanstack/react-query'
import { Progress, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CatalogueDetail, CatalogueProperty } from '@/client'
import { getCatalogueEventOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { CatalogueWarnings } from '../components/CatalogueWarnings'
import { EventDays } from '../components/EventDays'

const FILTERS = ['name'] as const

export function CatalogueEventPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const { filters } = useUrlFilters(FILTERS)
  const name = filters.name ?? ''
  const event = useQuery(getCatalogueEventOptions({ path: { brand }, query: { name } }))
  return (
    <>
      <PageHeader
        back={{ to: path('/event-catalogue'), label: t('catalogue.title') }}
        title={name}
        headline={event.data?.entry.standard ?? undefined}
      />
      <Loaded query={event} rows={8}>
        {(detail) => <Body detail={detail} />}
      </Loaded>
    </>
  )
}

function Body({ detail: { entry, properties, sources, days } }: { detail: CatalogueDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const sourceColumns: TableColumnsType<CatalogueDetail['sources'][number]> = [
    { title: t('catalogue.source'), dataIndex: 'source' },
    { title: t('catalogue.events'), className: 'ww-right', render: (_, { events }) => <Count value={events} /> },
    { title: t('catalogue.first'), render: (_, { firstAt }) => format.time(firstAt) },
    { title: t('catalogue.last'), render: (_, { lastAt }) => format.time(lastAt) },
  ]
  return (
    <div className="ww-stack">
      {entry.warnings.length > 0 && (
        <Panel title={t('catalogue.warnings')}>
          <CatalogueWarnings warnings={entry.warnings} />
        </Panel>
      )}
      <Panel>
        <Stats>
          <Stat
            label={<Defined meaning={{ definition: t('catalogue.lastWeekMeaning') }}>{t('catalogue.lastWeek')}</Defined>}
            value={<Count value={entry.lastWeek} />}
          />
          <Stat label={t('catalogue.total')} value={<Count value={entry.events} />} />
          <Stat label={t('catalogue.first')} value={format.time(entry.firstAt)} />
          <Stat label={t('catalogue.last')} value={format.time(entry.lastAt)} />
        </Stats>
        <EventDays days={days} />
      </Panel>
      <Panel flush title={t('catalogue.properties')}>
        <Table
          rowKey="name"
          size="middle"
          columns={usePropertyColumns()}
          dataSource={properties}
          pagination={false}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <EmptyState title={t('catalogue.noProperties')} /> }}
        />
      </Panel>
      <Panel flush title={t('catalogue.sources')}>
        <Table rowKey="source" size="small" columns={sourceColumns} dataSource={sources} pagination={false} scroll={{ x: 'max-content' }} />
      </Panel>
    </div>
  )
}

function usePropertyColumns(): TableColumnsType<CatalogueProperty> {
  const { t } = useTranslation()
  const format = useFormat()
  return [
    {
      title: t('catalogue.property'),
      render: (_, { name, required }) => (
        <>
          <code>{name}</code>
          {required && <span className="ww-muted ww-small"> · {t('catalogue.required')}</span>}
        </>
      ),
    },
    {
      title: t('catalogue.type'),
      render: (_, { type, types }) => (types.length > 1 ? types.map((one) => t(`catalogue.types.${one}`)).join(' / ') : t(`catalogue.types.${type}`)),
    },
    {
      title: <Defined meaning={{ definition: t('catalogue.filledMeaning') }}>{t('catalogue.filled')}</Defined>,
      width: 160,
      render: (_, { filled, firstAt }) =>
        firstAt === null ? (
          <span className="ww-muted">{t('catalogue.never')}</span>
        ) : (
          filled !== null && <Progress percent={100 * filled} size="small" format={() => format.rate(filled, 0)} />
        ),
    },
    { title: t('catalogue.meaning'), dataIndex: 'standard' },
    {
      title: <Defined meaning={{ definition: t('catalogue.examplesMeaning') }}>{t('catalogue.examples')}</Defined>,
      render: (_, { personal, examples }) =>
        personal ? <span className="ww-muted">{t('catalogue.personal')}</span> : <span style={{ whiteSpace: 'normal' }}>{examples.join(' · ')}</span>,
    },
    { title: t('catalogue.last'), render: (_, { lastAt }) => lastAt && format.time(lastAt) },
  ]
}
