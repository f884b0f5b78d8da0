import { Skeleton } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SizeOfDay } from '@/client'
import { useColours } from '@/shared/chart/useColours'
import { useFormat } from '@/shared/hooks/useFormat'
import { sizeOption } from '../api/sizeOption'

const Chart = lazy(() => import('@/shared/chart/Chart'))

const HEIGHT = 310

export function SizeChart({ days }: { days: SizeOfDay[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { water, sun, text, muted, line, surface } = useColours()
  const option = useMemo(
    () =>
      sizeOption(
        days,
        { size: t('sizes.size'), entered: t('sizes.entered'), left: t('sizes.left') },
        format,
        { water, sun, text, muted, line, surface },
      ),
    [days, t, format, water, sun, text, muted, line, surface],
  )
  return (
    <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: HEIGHT }} />}>
      <Chart option={option} height={HEIGHT} label={t('sizes.title')} />
    </Suspense>
  )
}
