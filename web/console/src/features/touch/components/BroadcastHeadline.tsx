import { useTranslation } from 'react-i18next'
import type { Broadcast } from '@/client'
import { StateDot } from '@/shared/components/StateTag'
import { toneOf } from '@/shared/components/tones'
import { useFormat } from '@/shared/hooks/useFormat'
import { isMoving } from '../api/state'

/** How a broadcast stands, in a sentence. */
export function BroadcastHeadline({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, plan, progress } = broadcast
  return (
    <span style={{ color: 'var(--ww-text)' }}>
      <StateDot tone={toneOf(state)} busy={isMoving(state)} />
      <span data-testid="broadcast-headline">
        {t(`touch.page.headline.${state}`, {
          recipients: format.exact(progress?.recipients ?? plan?.recipients ?? 0),
          holdout: format.exact(plan?.holdout ?? 0),
          delivered: format.exact(progress?.delivered ?? 0),
          clicked: format.exact(progress?.clicked ?? 0),
          pending: format.exact(progress?.pending ?? 0),
        })}
      </span>
    </span>
  )
}
