import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Home } from '@/client'
import { getHomeOptions, getRfmOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { MetricGrid } from '../components/MetricGrid'
import { MonthTrend } from '../components/MonthTrend'
import { RfmHeatMap } from '../components/RfmHeatMap'
import { ThreeSteps } from '../components/ThreeSteps'
import { WheelFlow } from '../components/WheelFlow'

export function HomePage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const home = useQuery({ ...getHomeOptions({ path: { brand } }), refetchInterval: 60_000 })
  const data = home.data
  return (
    <>
      <PageHeader
        title={data && isEmpty(data) ? t('insight.start.title') : t('insight.home.title')}
        headline={
          data &&
          (isEmpty(data)
            ? t('insight.start.text')
            : t('insight.home.headline', { from: format.day(data.windowFrom), to: format.day(data.windowTo), at: format.time(data.dataAt) }))
        }
      />
      <Loaded query={home} rows={10}>
        {(loaded) => (isEmpty(loaded) ? <ThreeSteps /> : <Turning home={loaded} />)}
      </Loaded>
    </>
  )
}

function Turning({ home }: { home: Home }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const rfm = useQuery(getRfmOptions({ path: { brand } }))
  return (
    <div className="ww-stack">
      <Panel title={t('insight.home.wheel')} note={t('insight.home.wheelNote')}>
        <WheelFlow parts={home.wheel} home={home} />
      </Panel>
      <MetricGrid metrics={home.metrics} dataAt={home.dataAt} />
      <div className="ww-split-wide">
        <Panel title={t('insight.home.trend')} note={t('insight.home.trendNote')}>
          <MonthTrend months={home.months} />
        </Panel>
        <Panel
          title={t('insight.home.rfm')}
          note={t('insight.home.rfmNote')}
          extra={<Link to={path('/repurchase')}>{t('insight.home.rfmMore')} ›</Link>}
        >
          <Loaded query={rfm}>{(grid) => <RfmHeatMap cells={grid.cells} />}</Loaded>
        </Panel>
      </div>
    </div>
  )
}

/** Nothing has flowed in yet. */
function isEmpty({ metrics, months }: Home): boolean {
  const customers = metrics.find(({ key }) => key === 'customers')?.value ?? 0
  return customers === 0 && months.every(({ orders }) => orders === 0)
}
