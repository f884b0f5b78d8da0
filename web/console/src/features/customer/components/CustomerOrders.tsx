import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OrderLine, OrderRow } from '@/client'
import { listCustomerOrdersInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'

export function CustomerOrders({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const pages = useCursorPages<OrderRow>(listCustomerOrdersInfiniteOptions({ path: { brand, no }, query: { limit: 20 } }))
  const columns: TableColumnsType<OrderRow> = [
    { title: t('customer.orders.number'), dataIndex: 'number' },
    {
      title: t('customer.orders.kind'),
      render: (_, { kind }) => <StateTag tone={kind === 'order' ? 'water' : 'sun'}>{t(`customer.orders.kinds.${kind}`)}</StateTag>,
    },
    { title: t('customer.orders.at'), render: (_, { at }) => format.time(at) },
    { title: t('customer.orders.lines'), render: (_, { lines }) => t('customer.orders.pieces', { n: lines.length }) },
    { title: t('customer.orders.amount'), className: 'ww-right', render: (_, { amount }) => format.money(amount) },
  ]
  return (
    <Panel flush>
      <CursorTable
        rowKey={({ number, kind, at }) => `${number}:${kind}:${at}`}
        pages={pages}
        columns={columns}
        expandable={{ expandedRowRender: ({ lines }) => <Lines lines={lines} />, expandRowByClick: true }}
        empty={<EmptyState title={t('customer.orders.empty')} />}
      />
    </Panel>
  )
}

function Lines({ lines }: { lines: OrderLine[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Table
      size="small"
      rowKey="position"
      pagination={false}
      dataSource={lines.map((line, position) => ({ ...line, position }))}
      columns={[
        { title: t('customer.orders.product'), dataIndex: 'product' },
        { title: t('customer.orders.name'), dataIndex: 'name' },
        { title: t('customer.orders.quantity'), dataIndex: 'quantity', className: 'ww-right' },
        { title: t('customer.orders.unitPrice'), dataIndex: 'unitPrice', className: 'ww-right' },
        { title: t('customer.orders.amount'), className: 'ww-right', render: (_, { amount }) => format.money(amount) },
      ]}
    />
  )
}
