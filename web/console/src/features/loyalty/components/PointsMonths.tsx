import { Button, Skeleton, Table, type TableColumnsType } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PointsMonth } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { useColours } from '@/shared/chart/useColours'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { ACCOUNTS_OF, monthLink } from '../api/entryFilter'
import { monthsOption } from '../api/monthsOption'

const Chart = lazy(() => import('@/shared/chart/Chart'))

const HEIGHT = 300
const COUNTS = ['issued', 'opened', 'spent', 'expired', 'adjusted', 'forgiven', 'liability'] as const
const RATES = ['redemption', 'breakage'] as const

interface Query {
  data: PointsMonth[] | undefined
  error: unknown
  refetch: () => unknown
}

/** What came and went by month, as a chart and as a table of the same numbers. */
export function PointsMonths({ months }: { months: Query }) {
  const { t } = useTranslation()
  const format = useFormat()
  const path = useBrandPath()
  const name = (part: (typeof COUNTS | typeof RATES)[number]) => <Defined meaning={{ definition: t(`points.page.meaning.${part}`) }}>{t(`points.page.${part}`)}</Defined>
  const number = (row: PointsMonth, part: (typeof COUNTS)[number]) =>
    part === 'liability' || row[part] === 0 ? (
      <Count value={row[part]} />
    ) : (
      <Link to={path(monthLink(row.month, ACCOUNTS_OF[part]))} aria-label={t('entry.bookingsOf', { name: `${format.month(row.month.slice(0, 7))} · ${t(`points.page.${part}`)}` })}>
        <Count value={row[part]} />
      </Link>
    )
  const columns: TableColumnsType<PointsMonth> = [
    { title: t('points.page.month'), fixed: 'left', render: (_, { month }) => <Link to={path(monthLink(month))}>{format.month(month.slice(0, 7))}</Link> },
    ...COUNTS.map((part) => ({ title: name(part), className: 'ww-right', render: (_: unknown, row: PointsMonth) => number(row, part) })),
    ...RATES.map((part) => ({ title: name(part), className: 'ww-right', render: (_: unknown, row: PointsMonth) => format.rate(row[part]) })),
  ]
  return (
    <Loaded query={months} rows={8}>
      {(list) =>
        list.length === 0 ? (
          <Panel>
            <EmptyState
              title={t('points.page.empty')}
              text={t('points.page.emptyText')}
              action={
                <Link to={path('/imports/new')}>
                  <Button>{t('points.page.emptyAction')}</Button>
                </Link>
              }
            />
          </Panel>
        ) : (
          <div className="ww-stack">
            <Panel title={t('points.page.chart')} note={t('points.page.chartNote')}>
              <MonthsChart months={list} />
            </Panel>
            <Panel flush>
              <Table rowKey="month" size="middle" columns={columns} dataSource={[...list].reverse()} scroll={{ x: 'max-content' }} pagination={list.length > 24 ? { pageSize: 24 } : false} />
            </Panel>
          </div>
        )
      }
    </Loaded>
  )
}

function MonthsChart({ months }: { months: PointsMonth[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { water, sun, text, muted, line, surface } = useColours()
  const option = useMemo(
    () =>
      monthsOption(
        months,
        { spent: t('points.page.spent'), expired: t('points.page.expired'), liability: t('points.page.liability'), breakage: t('points.page.breakage') },
        format,
        { water, sun, text, muted, line, surface },
      ),
    [months, t, format, water, sun, text, muted, line, surface],
  )
  return (
    <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: HEIGHT }} />}>
      <Chart option={option} height={HEIGHT} label={t('points.page.chart')} />
    </Suspense>
  )
}
