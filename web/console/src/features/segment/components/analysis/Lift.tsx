import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/hooks/useFormat'

const CLEAR = 1.2
/** Shares of fewer people are shown as such. */
const FEW = 30

/** A ratio of two shares; what is clearly above or below one stands out, what rests on few people says so. */
export function Lift({ lift, people }: { lift: number | null; people: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (lift === null) return <span className="ww-muted">–</span>
  const few = people < FEW
  const clear = !few && (lift >= CLEAR || lift <= 1 / CLEAR)
  return (
    <span className="ww-number" style={clear ? { fontWeight: 600, color: lift > 1 ? 'var(--ww-primary)' : 'var(--ww-accent-text)' } : undefined}>
      {format.decimal(lift, 2)}×{few && <span className="ww-muted ww-small"> {t('analysis.distribution.few')}</span>}
    </span>
  )
}
