import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RfmGrid } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { Defined } from '@/shared/components/Definition'
import { Count, Money } from '@/shared/components/Numbers'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'

export function RfmGroups({ grid }: { grid: RfmGrid }) {
  const { t } = useTranslation()
  const text = useText()
  const format = useFormat()
  const path = useBrandPath()
  const total = grid.groups.reduce((sum, { customers }) => sum + customers, 0)
  return (
    <Table
      size="small"
      rowKey="key"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={grid.groups}
      columns={[
        {
          title: t('insight.rfm.group'),
          render: (_, { name, definition }) => (
            <Defined meaning={{ definition: text(definition), windowFrom: grid.windowFrom, windowTo: grid.windowTo, dataAt: grid.dataAt }}>{text(name)}</Defined>
          ),
        },
        { title: t('insight.rfm.customers'), className: 'ww-right', render: (_, { customers }) => <Count value={customers} /> },
        { title: t('insight.rfm.share'), className: 'ww-right', render: (_, { customers }) => format.rate(total ? customers / total : null) },
        { title: t('insight.rfm.sales'), className: 'ww-right', render: (_, { sales }) => <Money value={sales} /> },
        {
          title: t('insight.rfm.perCustomer'),
          className: 'ww-right',
          render: (_, { customers, sales }) => format.moneyShort(customers ? Math.round(sales / customers) : null),
        },
        {
          render: (_, { definitionOfSegment }) =>
            definitionOfSegment && (
              <Link to={path(`/segments/new?definition=${encodeURIComponent(JSON.stringify(definitionOfSegment))}`)}>{t('insight.rfm.makeSegment')}</Link>
            ),
        },
      ]}
    />
  )
}
