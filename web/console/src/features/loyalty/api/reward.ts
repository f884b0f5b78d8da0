import type { Reward } from '@/client'

/** What a reward's fields hold while it is edited: those of every kind. */
export interface RewardAnswers {
  type: Reward['type']
  points?: number | null
  template?: string | null
  draw?: string | null
  chances?: number | null
}

export const newReward: RewardAnswers = { type: 'points', points: 10 }

/** With what its kind has, and nothing of the others. */
export function rewardOf({ type, points, template, draw, chances }: RewardAnswers): Reward {
  if (type === 'coupon') return { type, template: template ?? '' }
  if (type === 'chances') return { type, draw: draw ?? '', chances: chances ?? 1 }
  return { type: 'points', points: points ?? 0 }
}
