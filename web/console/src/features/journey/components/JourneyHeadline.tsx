import { useTranslation } from 'react-i18next'
import type { Journey, JourneyCounts } from '@/client'
import { StateDot } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { TONES } from '../api/state'

/** How a journey stands, in a sentence, and what keeps it from being published. */
export function JourneyHeadline({ journey, counts, wrong, unsaved }: { journey: Journey; counts: JourneyCounts | undefined; wrong: number; unsaved: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, version, changed } = journey
  const words = [
    t(`journey.page.headline.${state}`, { version, inside: format.exact(counts?.inside ?? 0) }),
    wrong > 0 && t('journey.page.wrong', { n: wrong }),
    unsaved ? t('journey.page.unsaved') : version !== null && changed && t('journey.page.changed'),
  ]
  return (
    <span style={{ color: 'var(--ww-text)' }}>
      <StateDot tone={TONES[state]} busy={state === 'live'} />
      <span data-testid="journey-headline">{words.filter(Boolean).join(' ')}</span>
    </span>
  )
}
