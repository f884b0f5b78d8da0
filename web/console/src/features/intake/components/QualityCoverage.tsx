import { useQuery } from '@tanstack/react-query'
import { Progress, Table, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Coverage } from '@/client'
import { listSegmentFieldsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'

/** Of how many customers each attribute and identifier is known, by anyone and by each source. */
export function QualityCoverage({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const text = useText()
  const fields = useQuery({ ...listSegmentFieldsOptions({ path: { brand } }), staleTime: 300_000 })
  const labels = new Map((fields.data ?? []).map(({ attribute, label }) => [attribute, text(label)]))
  const { customers, attributes, sources, said, identifiers } = coverage
  const by = new Map(said.map((one) => [`${one.source}\n${one.attribute}`, one.customers]))
  return (
    <>
      <Panel flush title={t('quality.coverage.title')} note={t('quality.coverage.note', { n: format.exact(customers) })}>
        <Table
          rowKey="name"
          size="small"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={[...attributes].sort((one, other) => other.customers - one.customers)}
          locale={{ emptyText: t('quality.coverage.empty') }}
          columns={[
            {
              title: t('quality.coverage.attribute'),
              render: (_, { name }) => <Link to={path(`/source-priority?attribute=${encodeURIComponent(name)}`)}>{labels.get(name) || name}</Link>,
            },
            { title: t('quality.coverage.any'), render: (_, one) => <Share part={one.customers} whole={customers} /> },
            ...sources.map((source) => ({
              title: source.name,
              render: (_: unknown, { name }: { name: string }) => {
                const part = by.get(`${source.name}\n${name}`)
                return part === undefined ? <span className="ww-muted">—</span> : <Share part={part} whole={source.customers} />
              },
            })),
          ]}
        />
      </Panel>
      <Panel flush title={t('quality.identifiers.title')}>
        <Table
          rowKey="kind"
          size="small"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={identifiers}
          columns={[
            { title: t('quality.identifiers.kind'), render: (_, { kind }) => t(`customer.identifiers.kinds.${kind}`) },
            { title: t('quality.identifiers.share'), render: (_, one) => <Share part={one.customers} whole={customers} /> },
            { title: t('quality.identifiers.customers'), className: 'ww-right', render: (_, one) => <Count value={one.customers} /> },
            { title: t('quality.identifiers.values'), className: 'ww-right', render: (_, one) => <Count value={one.values} /> },
            { title: t('quality.identifiers.shared'), className: 'ww-right', render: (_, one) => <Count value={one.shared} /> },
          ]}
        />
      </Panel>
    </>
  )
}

function Share({ part, whole }: { part: number; whole: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const share = whole === 0 ? 0 : part / whole
  return (
    <Tooltip title={t('quality.coverage.share', { customers: format.exact(part), share: format.rate(share) })}>
      <Progress size="small" status="normal" style={{ width: 120, margin: 0 }} percent={Math.round(share * 100)} format={() => format.rate(share, 0)} />
    </Tooltip>
  )
}
