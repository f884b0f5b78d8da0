import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { LadderStep } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count } from '@/shared/components/Numbers'
import { useFormat } from '@/shared/hooks/useFormat'
import styles from './LadderSteps.module.css'

const SHOWN = 6

/** From the first order to the next: how many go on, and after how long. */
export function LadderSteps({ steps }: { steps: LadderStep[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const path = useBrandPath()
  const most = Math.max(1, steps[0]?.customers ?? 0)
  if (steps.length === 0 || steps[0].customers === 0) return <EmptyState title={t('insight.repurchase.empty')} />
  return (
    <ol className={styles.ladder}>
      {steps.slice(0, SHOWN).map(({ step, customers, reachedNext, share, medianDays }, index, shown) => (
        <li key={step} data-testid={`ladder-${step}`}>
          <div className={styles.column}>
            <div className={styles.bar} aria-hidden="true">
              <i style={{ height: `${Math.max(2, (customers / most) * 100)}%` }} />
            </div>
            <span className="ww-muted">{t('insight.repurchase.step', { n: step })}</span>
            <Link to={path(`/customers?minOrders=${step}`)} className={styles.count}>
              <Count value={customers} />
            </Link>
          </div>
          {index < shown.length - 1 && share != null && (
            <div className={styles.between}>
              <strong>{t('insight.repurchase.next', { rate: format.rate(share) })}</strong>
              <span>{t('insight.repurchase.reached', { reached: format.exact(reachedNext), customers: format.exact(customers) })}</span>
              {medianDays != null && <span>{t('insight.repurchase.median', { n: format.decimal(medianDays, 0) })}</span>}
              <i className={styles.arrow} aria-hidden="true" />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
