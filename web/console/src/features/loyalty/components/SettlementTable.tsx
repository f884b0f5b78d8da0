import { DownloadOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { useFormat } from '@/shared/hooks/useFormat'
import { sumOf, type StoreSum } from '../api/settlement'

const MONEY = ['amount', 'returned', 'owed'] as const

/** A line for each store, and all of them together. */
export function SettlementTable({ sums, file }: { sums: StoreSum[]; file: (store: string) => string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const whole = sumOf(sums)
  const name = (part: (typeof MONEY)[number]) =>
    part === 'amount' ? t('coupon.settlement.amount') : <Defined meaning={{ definition: t(`coupon.settlement.meaning.${part}`) }}>{t(`coupon.settlement.${part}`)}</Defined>
  return (
    <Table<StoreSum>
      rowKey={({ store }) => store ?? ''}
      size="middle"
      dataSource={sums}
      scroll={{ x: 'max-content' }}
      pagination={sums.length > 100 ? { pageSize: 100 } : false}
      locale={{ emptyText: <EmptyState title={t('coupon.settlement.empty')} text={t('coupon.settlement.emptyText')} /> }}
      columns={[
        { title: t('coupon.settlement.store'), render: (_, { store }) => store ?? t('coupon.settlement.noStore') },
        { title: t('coupon.settlement.redeemed'), className: 'ww-right', render: (_, { redeemed }) => <span className="ww-number">{format.exact(redeemed)}</span> },
        ...MONEY.map((part) => ({ title: name(part), className: 'ww-right', render: (_: unknown, row: StoreSum) => <span className="ww-number">{format.money(row[part])}</span> })),
        {
          title: '',
          render: (_, { store }) =>
            store !== null && (
              <Button type="link" size="small" icon={<DownloadOutlined />} href={file(store)} download aria-label={t('coupon.settlement.oneLabel', { store })}>
                {t('coupon.settlement.one')}
              </Button>
            ),
        },
      ]}
      summary={() =>
        sums.length > 0 && (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0}>
              <strong>{t('coupon.settlement.sum')}</strong>
            </Table.Summary.Cell>
            <Table.Summary.Cell index={1} align="right">
              <strong className="ww-number">{format.exact(whole.redeemed)}</strong>
            </Table.Summary.Cell>
            {MONEY.map((part, at) => (
              <Table.Summary.Cell key={part} index={at + 2} align="right">
                <strong className="ww-number">{format.money(whole[part])}</strong>
              </Table.Summary.Cell>
            ))}
            <Table.Summary.Cell index={5} />
          </Table.Summary.Row>
        )
      }
    />
  )
}
