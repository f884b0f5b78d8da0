import { useTranslation } from 'react-i18next'
import type { Broadcast, BroadcastPlan } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'
import { costOf } from '../api/channels'
import { useReason } from '@/shared/hooks/useReason'
import styles from './PlanFunnel.module.css'

interface Step {
  key: string
  label: string
  count: number
  /** How many are left before this step takes its own away. */
  before: number
  kind: 'stays' | 'leaves'
}

/** From the segment to those who receive it: what stays is solid, what leaves is hatched where it leaves. */
export function PlanFunnel({ plan, channel }: { plan: BroadcastPlan; channel: Broadcast['channel'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const reasonOf = useReason()
  const steps = stepsOf(plan, {
    segment: t('touch.plan.segment'),
    holdout: t('touch.plan.holdout'),
    recipients: t('touch.plan.recipients'),
    reason: reasonOf,
  })
  const whole = Math.max(1, plan.segment)
  const cost = plan.cost && costOf(plan.cost, format)
  return (
    <>
      <ol className={styles.funnel}>
        {steps.map(({ key, label, count, before, kind }) => (
          <li key={key} data-kind={kind} data-testid={`plan-${key}`}>
            <span className={styles.label}>{label}</span>
            <span className={styles.track} aria-hidden="true">
              <i
                style={
                  kind === 'stays'
                    ? { left: 0, width: `${(count / whole) * 100}%` }
                    : { left: `${((before - count) / whole) * 100}%`, width: `${(count / whole) * 100}%` }
                }
              />
            </span>
            <span className={`${styles.count} ww-number`}>
              {kind === 'leaves' && '−'}
              {format.exact(count)}
            </span>
            <span className={`${styles.share} ww-number`}>{format.rate(count / whole)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.tasks}>
        <strong>{t('touch.plan.guides')}</strong>{' '}
        {channel === 'wecom'
          ? t('touch.plan.guidesText', { guides: format.exact(plan.guides), calls: format.exact(plan.calls) })
          : t('touch.plan.calls', { calls: format.exact(plan.calls) })}
      </p>
      {cost && (
        <p className={styles.tasks} data-testid="plan-cost">
          <strong>{t('touch.channels.cost')}</strong> {t(`touch.channels.${cost.key}`, cost.values)}
        </p>
      )}
    </>
  )
}

function stepsOf(
  plan: BroadcastPlan,
  words: { segment: string; holdout: string; recipients: string; reason: (reason: string) => string },
): Step[] {
  let left = plan.segment
  const steps: Step[] = [{ key: 'segment', label: words.segment, count: plan.segment, before: left, kind: 'stays' }]
  const leave = (key: string, label: string, count: number) => {
    steps.push({ key, label, count, before: left, kind: 'leaves' })
    left -= count
  }
  leave('holdout', words.holdout, plan.holdout)
  for (const { reason, count } of plan.suppressed) leave(reason, words.reason(reason), count)
  steps.push({ key: 'recipients', label: words.recipients, count: plan.recipients, before: left, kind: 'stays' })
  return steps
}
