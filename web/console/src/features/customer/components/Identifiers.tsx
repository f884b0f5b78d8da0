import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MaskedIdentifier } from '@/client'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { Reveal } from './Reveal'

/** The kinds that are shown masked to everybody. */
const MASKED = new Set(['phone', 'email', 'unionid', 'external_userid', 'openid', 'buyer_id', 'anonymous_id'])

export function Identifiers({ no, identifiers }: { no: number; identifiers: MaskedIdentifier[] }) {
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
          { render: (_, { kind, masked }) => (MASKED.has(kind) ? <Reveal no={no} field={kind} masked={masked} /> : <code>{masked}</code>) },
          { dataIndex: 'source', className: 'ww-muted' },
          { render: (_, { firstSeenAt }) => format.day(firstSeenAt) },
        ]}
      />
    </Panel>
  )
}
