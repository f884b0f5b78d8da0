import { SwapOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedSegment, Comparison } from '@/client'
import { compareSegmentsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Defined } from '@/shared/components/Definition'
import { Loaded } from '@/shared/components/Loaded'
import { Count, Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import styles from './Analysis.module.css'

interface Props {
  left: string
  right: string
  days: number
  onDays: (days: number) => void
  onSwap: () => void
}

interface Line {
  key: string
  name: ReactNode
  of: (side: ComparedSegment) => ReactNode
}

export function ComparePanel({ left, right, days, onDays, onSwap }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const comparison = useQuery({ ...compareSegmentsOptions({ path: { brand }, query: { left, right, days } }), placeholderData: keepPreviousData })
  return (
    <Panel
      flush
      title={t('analysis.compare.title')}
      extra={
        <>
          <Select
            style={{ width: 150 }}
            aria-label={t('analysis.compare.window')}
            value={days}
            options={[30, 90, 365].map((value) => ({ value, label: t('analysis.compare.lastDays', { n: value }) }))}
            onChange={onDays}
          />
          <Button icon={<SwapOutlined />} onClick={onSwap}>
            {t('analysis.compare.swap')}
          </Button>
        </>
      }
    >
      <Loaded query={comparison} rows={8}>
        {(data) => <Sides comparison={data} />}
      </Loaded>
    </Panel>
  )
}

function Sides({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { left, right, both, either, jaccard, base, days, dataAt, millis } = comparison
  const inWindow = (key: 'buyers' | 'netSales' | 'salesPerPerson' | 'orderValue') => (
    <Defined meaning={{ definition: `${t(`analysis.compare.meaning.${key}`)} · ${t('analysis.compare.lastDays', { n: days })}`, dataAt }}>{t(`analysis.compare.${key}`)}</Defined>
  )
  const lines: Line[] = [
    { key: 'count', name: t('analysis.compare.count'), of: ({ count }) => <Count value={count} /> },
    { key: 'share', name: t('analysis.compare.shareOfAll'), of: ({ count }) => format.rate(base > 0 ? count / base : null) },
    { key: 'buyers', name: inWindow('buyers'), of: ({ buyers, count }) => <>{<Count value={buyers} />} <span className="ww-muted">{format.rate(count > 0 ? buyers / count : null)}</span></> },
    { key: 'orders', name: t('analysis.compare.orders'), of: ({ orders }) => <Count value={orders} /> },
    { key: 'netSales', name: inWindow('netSales'), of: ({ netSales }) => <Money value={netSales} /> },
    { key: 'salesPerPerson', name: inWindow('salesPerPerson'), of: ({ salesPerPerson }) => <Money value={salesPerPerson} /> },
    { key: 'orderValue', name: inWindow('orderValue'), of: ({ orderValue }) => <Money value={orderValue} /> },
  ]
  const columns: TableColumnsType<Line> = [
    { title: '', render: (_, { name }) => name },
    { title: left.name, className: 'ww-right', render: (_, { of }) => of(left) },
    { title: right.name, className: 'ww-right', render: (_, { of }) => of(right) },
  ]
  return (
    <>
      <Table size="small" rowKey="key" columns={columns} dataSource={lines} pagination={false} scroll={{ x: 'max-content' }} />
      <p className={styles.foot}>
        {t('analysis.compare.both')} <Count value={both} /> ·{' '}
        <Defined meaning={{ definition: t('analysis.compare.meaning.jaccard'), numerator: format.exact(both), denominator: format.exact(either) }}>{t('analysis.compare.jaccard')}</Defined>{' '}
        <span className="ww-number">{jaccard === null ? '–' : format.decimal(jaccard, 3)}</span>
        <br />
        <span className="ww-muted ww-small">{t('analysis.dataAt', { at: format.time(dataAt), millis: format.exact(millis) })}</span>
      </p>
    </>
  )
}
