import { Table } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Attribute } from '@/client'
import { listSegmentFieldsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { Reveal } from './Reveal'

export function Attributes({ no, attributes }: { no: number; attributes: Attribute[] }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const text = useText()
  const fields = useQuery({ ...listSegmentFieldsOptions({ path: { brand } }), staleTime: 300_000 })
  const labels = new Map((fields.data ?? []).map(({ attribute, label }) => [attribute, text(label)]))
  return (
    <Panel flush title={t('customer.attributes.title')}>
      <Table
        size="small"
        rowKey="name"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={attributes}
        locale={{ emptyText: t('customer.attributes.empty') }}
        columns={[
          { title: t('customer.attributes.name'), render: (_, { name }) => labels.get(name) || name },
          { title: t('customer.attributes.value'), render: (_, { name, value }) => (value === '****' ? <Reveal no={no} field={name} masked={value} /> : value) },
          { title: t('customer.attributes.source'), dataIndex: 'source', className: 'ww-muted' },
          { title: t('customer.attributes.at'), render: (_, { at }) => format.day(at) },
        ]}
      />
    </Panel>
  )
}
