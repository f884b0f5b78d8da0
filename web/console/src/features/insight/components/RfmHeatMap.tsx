import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RfmCell } from '@/client'
import { EmptyState } from '@/shared/components/EmptyState'
import { useFormat } from '@/shared/hooks/useFormat'
import styles from './RfmHeatMap.module.css'

const SCORES = [1, 2, 3, 4, 5]

/** Twenty-five cells, recency across and frequency up; the darker, the more people. */
export function RfmHeatMap({ cells, tall }: { cells: RfmCell[]; tall?: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const total = cells.reduce((sum, { customers }) => sum + customers, 0)
  const most = Math.max(1, ...cells.map(({ customers }) => customers))
  if (total === 0) return <EmptyState title={t('insight.rfm.empty')} />
  const at = (r: number, f: number) => cells.find((cell) => cell.r === r && cell.f === f) ?? { r, f, customers: 0, sales: 0 }
  return (
    <div className={`${styles.map} ${tall ? styles.tall : ''}`}>
      <div className={styles.up}>
        <span>{t('insight.rfm.fHigh')}</span>
        <b>{t('insight.rfm.f')}</b>
        <span>{t('insight.rfm.fLow')}</span>
      </div>
      <div className={styles.cells} role="group" aria-label={t('insight.rfm.title')}>
        {[...SCORES].reverse().flatMap((f) =>
          SCORES.map((r) => {
            const { customers, sales } = at(r, f)
            const words = t('insight.rfm.cell', { r, f, n: format.exact(customers), sales: format.moneyShort(sales), rate: format.rate(customers / total) })
            const depth = Math.sqrt(customers / most)
            return (
              <Tooltip key={`${r}${f}`} title={words}>
                <div
                  className={styles.cell}
                  tabIndex={0}
                  role="img"
                  aria-label={words}
                  data-deep={depth > 0.72}
                  style={{ background: `color-mix(in srgb, var(--ww-primary) ${Math.round(6 + depth * 90)}%, var(--ww-surface))` }}
                >
                  {format.count(customers)}
                </div>
              </Tooltip>
            )
          }),
        )}
      </div>
      <div className={styles.across}>
        <span>{t('insight.rfm.rLow')}</span>
        <b>{t('insight.rfm.r')}</b>
        <span>{t('insight.rfm.rHigh')}</span>
      </div>
    </div>
  )
}
