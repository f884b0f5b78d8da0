import { Skeleton } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthPoint } from '@/client'
import { useColours } from '@/shared/chart/useColours'
import { useFormat } from '@/shared/hooks/useFormat'
import { trendOption } from '../api/trendOption'

const Chart = lazy(() => import('@/shared/chart/Chart'))

const HEIGHT = 300

export function MonthTrend({ months }: { months: MonthPoint[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { water, sun, text, muted, line, surface } = useColours()
  const option = useMemo(
    () =>
      trendOption(
        months,
        {
          netSales: t('insight.home.netSales'),
          buyers: t('insight.home.buyers'),
          orders: t('insight.home.orders'),
          partial: t('insight.home.partial'),
        },
        format,
        { water, sun, text, muted, line, surface },
      ),
    [months, t, format, water, sun, text, muted, line, surface],
  )
  return (
    <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: HEIGHT }} />}>
      <Chart option={option} height={HEIGHT} label={t('insight.home.trend')} />
    </Suspense>
  )
}
