import { Skeleton } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useColours } from '@/shared/chart/useColours'
import { useFormat } from '@/shared/hooks/useFormat'
import { sideBySideOption } from '../../api/sideBySideOption'

const Chart = lazy(() => import('@/shared/chart/Chart'))

const HEIGHT = 260

/** Bars of today beside bars of the draft. */
export function SideBySide({ names, today, draft, label }: { names: string[]; today: (number | null)[]; draft: (number | null)[]; label: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { water, sun, text, muted, line, surface } = useColours()
  const option = useMemo(
    () => sideBySideOption(names, { name: t('whatIf.today'), values: today }, { name: t('whatIf.draft'), values: draft }, format, { water, sun, text, muted, line, surface }),
    [names, today, draft, t, format, water, sun, text, muted, line, surface],
  )
  return (
    <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: HEIGHT }} />}>
      <Chart option={option} height={HEIGHT} label={label} />
    </Suspense>
  )
}
