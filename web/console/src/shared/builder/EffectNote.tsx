import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/hooks/useFormat'
import { useArrangement } from './useArrangement'

/** How many meet a condition by itself, and how many more or fewer there would be without it. */
export function EffectNote({ id }: { id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { effect, count } = useArrangement()
  const told = effect(id)
  if (!told || count === undefined) return null
  const change = told.without - count
  const n = format.count(Math.abs(change))
  const without = change === 0 ? t('segment.effect.same') : change > 0 ? t('segment.effect.removes', { n }) : t('segment.effect.adds', { n })
  return (
    <span className="ww-muted ww-small ww-number" data-testid="condition-effect" title={t('segment.effect.hint')} style={{ whiteSpace: 'normal' }}>
      {t('segment.effect.own', { n: format.count(told.count) })} · {without}
    </span>
  )
}
