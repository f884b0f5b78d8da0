import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IdentityView } from '@/client'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useIdentifierName } from './useIdentifierName'

type Changed = IdentityView['changes'][number]

/** What was joined and what was taken apart, by which evidence or by whom. */
export function IdentityChanges({ changes }: { changes: Changed[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { kindName } = useIdentifierName()
  return (
    <Panel flush title={t('customer.identity.changes')}>
      <Table<Changed>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={changes}
        locale={{ emptyText: t('customer.identity.noChanges') }}
        columns={[
          { title: t('customer.identity.when'), render: (_, { at }) => format.time(at) },
          {
            title: t('customer.identity.what'),
            render: (_, { kind, customer, other }) => t(`customer.identity.kinds.${kind}`, { customer, other }),
          },
          {
            title: t('customer.identity.evidence'),
            render: (_, { how, by, actor, why }) =>
              how === 'person' ? [actor, why].filter(Boolean).join(' · ') : by.map(kindName).join(' + '),
          },
        ]}
      />
    </Panel>
  )
}
