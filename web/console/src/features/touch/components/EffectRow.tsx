import { useTranslation } from 'react-i18next'
import type { Effect } from '@/client'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { IntervalBar } from '@/shared/interval/IntervalBar'
import { isShown } from '../api/effect'
import styles from './Effect.module.css'

export function EffectRow({ effect }: { effect: Effect }) {
  const { t } = useTranslation()
  const format = useFormat()
  const shown = isShown(effect)

  const inEach = (value: number): string => {
    if (effect.metric === 'buyers') return `${signed(value * 100, (points) => format.decimal(points, 2))} ${t('touch.result.pp')}`
    if (effect.metric === 'orders') return signed(value, (orders) => format.decimal(orders, 3))
    return signed(value, (minor) => format.money(Math.round(minor)))
  }
  const inAll = (value: number): string =>
    effect.metric === 'sales' ? signed(value, (minor) => format.moneyShort(Math.round(minor))) : signed(value, (count) => format.count(Math.round(count)))
  const mean = (value: number): string => {
    if (effect.metric === 'buyers') return format.rate(value, 2)
    return effect.metric === 'orders' ? format.decimal(value, 3) : format.money(Math.round(value))
  }
  const interval = t('touch.result.interval', { low: inEach(effect.low), high: inEach(effect.high) })

  return (
    <div className={styles.effect} data-testid={`effect-${effect.metric}`}>
      <div className={styles.name}>
        <strong>{t(`touch.result.metrics.${effect.metric}`)}</strong>
        <span className="ww-muted ww-small ww-number">
          {t('touch.result.treated')} {mean(effect.treatedMean)} · {t('touch.result.holdout')} {mean(effect.holdoutMean)}
        </span>
      </div>
      <div className={styles.drawing}>
        <IntervalBar estimate={effect} shown={shown} label={`${t(`touch.result.metrics.${effect.metric}`)}: ${inEach(effect.difference)}, ${interval}`} />
        <span className="ww-muted ww-small ww-number">{interval}</span>
      </div>
      <div className={styles.verdict}>
        <span className={shown ? styles.difference : styles.unsure}>{inEach(effect.difference)}</span>
        <StateTag tone={shown ? 'good' : 'sun'}>{shown ? t('touch.result.shown') : t('touch.result.notShown')}</StateTag>
        <span className="ww-muted ww-small">
          {shown
            ? t('touch.result.total', { total: inAll(effect.total), low: inAll(effect.totalLow), high: inAll(effect.totalHigh) })
            : t(touchesZero(effect) ? 'touch.result.notShownText' : 'touch.result.tooFewText')}{' '}
          {t(`touch.result.methods.${effect.method}`)}
        </span>
      </div>
    </div>
  )
}

function touchesZero({ low, high }: Effect): boolean {
  return low <= 0 && high >= 0
}

function signed(value: number, how: (size: number) => string): string {
  const text = how(Math.abs(value))
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : text
}
