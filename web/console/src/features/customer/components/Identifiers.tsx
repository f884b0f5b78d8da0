import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MaskedIdentifier } from '@/client'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'

export function Identifiers({ identifiers }: { identifiers: MaskedIdentifier[] }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const kindOf = (kind: string) => {
    const key = `customer.identifiers.kinds.${kind}`
    return i18n.exists(key) ? (t as (key: string) => string)(key) : kind
  }
  return (
    <Panel flush title={t('customer.identifiers.title')} note={t('customer.identifiers.note')}>
      <Table
        size="small"
        rowKey={({ kind, masked }) => `${kind}:${masked}`}
        pagination={false}
        scroll={{ x: 'max-content' }}
        showHeader={false}
        dataSource={identifiers}
        locale={{ emptyText: t('customer.identifiers.empty') }}
        columns={[
          { render: (_, { kind }) => kindOf(kind) },
          { render: (_, { masked }) => <code>{masked}</code> },
          { dataIndex: 'source', className: 'ww-muted' },
          { render: (_, { firstSeenAt }) => format.day(firstSeenAt) },
        ]}
      />
    </Panel>
  )
}
