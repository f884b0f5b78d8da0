import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Metric } from '@/client'
import { Defined } from '@/shared/components/Definition'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { changeOf, metricExact, metricValue, restsOnFew } from '../api/metricValue'
import styles from './MetricGrid.module.css'

/** Ratios of money carry sums, all others carry people. */
const OF_MONEY: Metric['key'][] = ['memberShare', 'anonymousShare', 'orderValue']

export function MetricGrid({ metrics, dataAt }: { metrics: Metric[]; dataAt: string | null }) {
  const { t } = useTranslation()
  return (
    <section className={styles.grid} aria-label={t('insight.home.metrics')}>
      {metrics.map((metric) => (
        <MetricCard key={metric.key} metric={metric} dataAt={dataAt} />
      ))}
    </section>
  )
}

function MetricCard({ metric, dataAt }: { metric: Metric; dataAt: string | null }) {
  const { t } = useTranslation()
  const text = useText()
  const format = useFormat()
  const exact = metricExact(metric, format)
  const part = (value: number | null) =>
    value == null ? null : OF_MONEY.includes(metric.key) && value === metric.numerator ? format.money(value) : partOf(value)
  const partOf = (value: number) => (OF_MONEY.includes(metric.key) && metric.unit === 'rate' ? format.money(value) : format.exact(value))
  return (
    <div className={styles.card} data-testid={`metric-${metric.key}`}>
      <div className={styles.name}>
        <Defined
          meaning={{
            definition: text(metric.definition),
            windowFrom: metric.windowFrom,
            windowTo: metric.windowTo,
            dataAt,
            numerator: part(metric.numerator),
            denominator: metric.denominator == null ? null : partOf(metric.denominator),
          }}
        >
          {text(metric.name)}
        </Defined>
      </div>
      <Tooltip title={exact}>
        <span className={styles.value}>{metricValue(metric, format)}</span>
      </Tooltip>
      <div className={styles.note}>
        {metric.value == null ? t('insight.home.noValue') : <ChangeNote metric={metric} />}
        {restsOnFew(metric) && <span> · {t('insight.home.few', { n: metric.denominator })}</span>}
      </div>
    </div>
  )
}

function ChangeNote({ metric }: { metric: Metric }) {
  const { t } = useTranslation()
  const format = useFormat()
  const change = changeOf(metric)
  if (!change) return <> </>
  if (Math.abs(change.by) < 0.0005) return <>{t('insight.home.same')}</>
  const size = Math.abs(change.by)
  const words = change.kind === 'points' ? t('insight.home.points', { n: format.decimal(size * 100, 1) }) : format.rate(size)
  return (
    <>
      {change.by > 0 ? <ArrowUpOutlined aria-label="+" /> : <ArrowDownOutlined aria-label="−" />} {t('insight.home.change', { change: words })}
    </>
  )
}
