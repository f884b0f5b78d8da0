import type { JourneyCounts, JourneyDefinition } from '@/client'

export type Verdict = 'none' | 'noGoal' | 'noControl' | 'shown' | 'harm' | 'unsure'

/** Whether a journey helped, as far as it can be said. A difference is shown only when its interval leaves zero out. */
export function verdictOf(journey: JourneyDefinition, counts: JourneyCounts): Verdict {
  if (counts.entered === 0) return 'none'
  if (!journey.goal) return 'noGoal'
  const { uplift } = counts
  if (!uplift) return 'noControl'
  if (!uplift.shown || (uplift.low <= 0 && uplift.high >= 0)) return 'unsure'
  return uplift.difference > 0 ? 'shown' : 'harm'
}
