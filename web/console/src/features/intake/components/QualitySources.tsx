import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DataQuality } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'

/** Each source: is it alive, is it late, what of it could not be used. */
export function QualitySources({ quality }: { quality: DataQuality }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  const format = useFormat()
  const told = new Map((quality.coverage?.sources ?? []).map(({ name, customers }) => [name, customers]))
  return (
    <Panel flush title={t('quality.sources.title')}>
      <Table
        rowKey="name"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={quality.sources}
        locale={{ emptyText: t('quality.sources.empty') }}
        columns={[
          { title: t('quality.sources.name'), render: (_, { name, kind }) => (kind ? <Link to={path('/sources')}>{name}</Link> : name) },
          { title: t('quality.sources.kind'), className: 'ww-muted', render: (_, { kind }) => (kind ? t(`intake.sources.kinds.${kind}`) : t('quality.sources.ours')) },
          { title: t('quality.sources.last'), render: (_, { lastEventAt }) => (lastEventAt ? format.time(lastEventAt) : '—') },
          { title: t('quality.sources.events'), className: 'ww-right', render: (_, { events }) => <Count value={events} /> },
          {
            title: t('quality.sources.lag'),
            className: 'ww-right',
            render: (_, { lagMillis, kind }) => (lagMillis == null || kind === 'file' ? '—' : format.duration(Math.round(lagMillis / 1000))),
          },
          {
            title: t('quality.sources.late'),
            className: 'ww-right',
            // A file brings the past: late it always is.
            render: (_, { late, events, kind }) => (kind === 'file' || events === 0 ? '—' : <Part part={late} whole={events} />),
          },
          {
            title: t('quality.sources.orphans'),
            className: 'ww-right',
            render: (_, { orphans, orders }) => (orders === 0 ? '—' : <Part part={orphans} whole={orders} />),
          },
          {
            title: t('quality.sources.quarantined'),
            className: 'ww-right',
            render: (_, { quarantined }) =>
              quarantined === 0 ? (
                '0'
              ) : (
                <Link to={path('/quarantine')}>
                  <Count value={quarantined} />
                </Link>
              ),
          },
          { title: t('quality.sources.told'), className: 'ww-right', render: (_, { name }) => (told.has(name) ? <Count value={told.get(name)} /> : '—') },
        ]}
      />
    </Panel>
  )
}

function Part({ part, whole }: { part: number; whole: number }) {
  const format = useFormat()
  return (
    <>
      <Count value={part} /> <span className="ww-muted ww-small">{format.rate(part / whole)}</span>
    </>
  )
}
