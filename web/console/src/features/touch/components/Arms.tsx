import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Arm } from '@/client'
import { Count, Money } from '@/shared/components/Numbers'
import { useFormat } from '@/shared/hooks/useFormat'

/** Treated and holdout side by side, in total and per customer. */
export function Arms({ treated, holdout }: { treated: Arm; holdout: Arm }) {
  const { t } = useTranslation()
  const format = useFormat()
  const each = (arm: Arm, value: number, how: (perHead: number) => string) =>
    arm.customers > 0 ? t('touch.result.perCustomer', { value: how(value / arm.customers) }) : ''
  const rows = [
    { key: 'customers' as const, note: () => '' },
    { key: 'buyers' as const, note: (arm: Arm) => (arm.customers > 0 ? format.rate(arm.buyers / arm.customers, 2) : '') },
    { key: 'orders' as const, note: (arm: Arm) => each(arm, arm.orders, (value) => format.decimal(value, 3)) },
    { key: 'sales' as const, note: (arm: Arm) => each(arm, arm.sales, (value) => format.money(Math.round(value))) },
  ]
  const cell = (arm: Arm, { key, note }: (typeof rows)[number]) => (
    <div data-testid={`arm-${arm === treated ? 'treated' : 'holdout'}-${key}`}>
      <strong>{key === 'sales' ? <Money value={arm.sales} /> : <Count value={arm[key]} />}</strong>
      <div className="ww-muted ww-small ww-number">{note(arm)}</div>
    </div>
  )
  return (
    <Table
      size="middle"
      rowKey="key"
      pagination={false}
      dataSource={rows}
      columns={[
        { render: (_, { key }) => t(`touch.result.${key}`) },
        { title: t('touch.result.treated'), className: 'ww-right', render: (_, row) => cell(treated, row) },
        { title: t('touch.result.holdout'), className: 'ww-right', render: (_, row) => cell(holdout, row) },
      ]}
    />
  )
}
