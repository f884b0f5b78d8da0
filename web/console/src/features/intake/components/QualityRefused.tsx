import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RefusedValue } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'

/** What was sent and names or says nothing. */
export function QualityRefused({ refused }: { refused: RefusedValue[] }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  return (
    <div id="refused">
      <Panel flush title={t('quality.values.title')} note={t('quality.values.note')}>
        <Table
          rowKey={({ source, attribute, kind, value }) => [source, attribute, kind, value].join('\n')}
          size="small"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={refused}
          locale={{ emptyText: t('quality.values.empty') }}
          columns={[
            { title: t('quality.values.source'), render: (_, { source }) => <Link to={path('/sources')}>{source}</Link> },
            { title: t('quality.values.attribute'), dataIndex: 'attribute' },
            { title: t('quality.values.kind'), render: (_, { kind }) => t(`quality.values.kinds.${kind}`) },
            { title: t('quality.values.value'), render: (_, { value }) => value || '—' },
            { title: t('quality.values.times'), className: 'ww-right', render: (_, { times }) => <Count value={times} /> },
          ]}
        />
      </Panel>
    </div>
  )
}
