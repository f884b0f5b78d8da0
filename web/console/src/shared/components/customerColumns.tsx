import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CustomerRow } from '@/client'
import { useBrandPath } from '../brand/BrandContext'
import { useFormat } from '../hooks/useFormat'
import type { ListColumn } from '../lists/useListView'
import { Defined } from './Definition'
import { Count, Money } from './Numbers'
import { StateTag } from './StateTag'

/** How a customer looks in any list of customers. */
export function useCustomerColumns(): ListColumn<CustomerRow>[] {
  const { t } = useTranslation()
  const path = useBrandPath()
  const format = useFormat()
  return [
    {
      key: 'customer',
      title: t('customer.list.customer'),
      render: (_, row) => (
        <Link to={path(`/customers/${row.customerNo}`)}>{row.name ?? t('customer.list.anonymous', { no: row.customerNo })}</Link>
      ),
    },
    { key: 'phone', title: t('customer.list.phone'), render: (_, row) => <span className="ww-number">{row.phone}</span> },
    { key: 'city', title: t('customer.list.city'), dataIndex: 'city' },
    { key: 'orders', title: t('customer.list.orders'), className: 'ww-right', render: (_, row) => <Count value={row.orders} /> },
    {
      key: 'netSales',
      name: t('customer.list.netSales'),
      title: <Defined meaning={{ definition: t('customer.list.netSalesMeaning') }}>{t('customer.list.netSales')}</Defined>,
      className: 'ww-right',
      render: (_, row) => <Money value={row.netSales} />,
    },
    { key: 'lastOrderAt', title: t('customer.list.lastOrderAt'), render: (_, row) => <span className="ww-number">{format.day(row.lastOrderAt)}</span> },
    { key: 'lastSeenAt', title: t('customer.list.lastSeenAt'), render: (_, row) => <span className="ww-number">{format.day(row.lastSeenAt)}</span> },
    {
      key: 'reachable',
      title: t('customer.list.reachable'),
      render: (_, row) =>
        row.reachable.length > 0 ? (
          row.reachable.map((channel) => (
            <span key={channel} style={{ marginRight: 6 }}>
              <StateTag tone="water">{t(`channel.${channel}`)}</StateTag>
            </span>
          ))
        ) : (
          <span className="ww-muted">—</span>
        ),
    },
  ]
}
