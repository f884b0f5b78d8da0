import { Skeleton, Table, type TableColumnsType } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HealthRate, PointsHealth, PointsHealthMonth } from '@/client'
import { useColours } from '@/shared/chart/useColours'
import { Defined } from '@/shared/components/Definition'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { pointsFlowOption } from './pointsFlowOption'

const Chart = lazy(() => import('@/shared/chart/Chart'))

const HEIGHT = 300
const COUNTS = ['issued', 'takenBack', 'opened', 'redeemed', 'expired', 'adjusted', 'liability'] as const

/** What was issued, redeemed and lost by month, and the burn rate of the year that ended then. */
export function PointsFlow({ points }: { points: PointsHealth }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { water, sun, text, muted, line, surface } = useColours()
  const { months } = points
  const option = useMemo(() => {
    const words = {
      issued: t('programmeHealth.flow.issued'),
      redeemed: t('programmeHealth.flow.redeemed'),
      expired: t('programmeHealth.flow.expired'),
      burn: t('programmeHealth.flow.burn'),
    }
    return pointsFlowOption(months, words, format, { water, sun, text, muted, line, surface })
  }, [months, t, format, water, sun, text, muted, line, surface])
  const shown = COUNTS.filter((part) => (part !== 'opened' && part !== 'adjusted') || months.some((month) => month[part] !== 0))
  const name = (part: (typeof COUNTS)[number] | 'burn' | 'expiry') => (
    <Defined meaning={{ definition: t(`programmeHealth.flow.meaning.${part}`) }}>{t(`programmeHealth.flow.${part}`)}</Defined>
  )
  const rate = (of: HealthRate) => format.rate(of.rate)
  const columns: TableColumnsType<PointsHealthMonth> = [
    { title: t('programmeHealth.month'), fixed: 'left', render: (_, { month }) => format.month(month.slice(0, 7)) },
    ...shown.map((part) => ({ title: name(part), className: 'ww-right', render: (_: unknown, row: PointsHealthMonth) => <Count value={row[part]} /> })),
    { title: name('burn'), className: 'ww-right', render: (_, { burn }) => rate(burn) },
    { title: name('expiry'), className: 'ww-right', render: (_, { expiry }) => rate(expiry) },
  ]
  return (
    <>
      <Panel title={t('programmeHealth.flow.title')} note={t('programmeHealth.flow.note')}>
        <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: HEIGHT }} />}>
          <Chart option={option} height={HEIGHT} label={t('programmeHealth.flow.title')} />
        </Suspense>
      </Panel>
      <Panel flush>
        <Table rowKey="month" size="middle" columns={columns} dataSource={[...months].reverse()} scroll={{ x: 'max-content' }} pagination={months.length > 12 ? { pageSize: 12 } : false} />
      </Panel>
    </>
  )
}
