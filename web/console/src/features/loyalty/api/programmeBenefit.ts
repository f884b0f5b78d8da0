import type { ProgrammeDefinition } from '@/client'
import { rewardOf, type RewardAnswers } from './reward'

export type ProgrammeBenefit = ProgrammeDefinition['plans'][number]['benefits'][number]

/** What a benefit gives while it is edited; one that gives nothing is words alone. */
type Gives = RewardAnswers | { type: 'none' } | null | undefined

/** For the form, where nothing is a choice of its own. */
export function shownBenefits(benefits: ProgrammeBenefit[] | undefined): ProgrammeBenefit[] {
  return (benefits ?? []).map((benefit) => ({ ...benefit, gives: benefit.gives ?? ({ type: 'none' } as unknown as ProgrammeBenefit['gives']) }))
}

/** As the API takes it: with what its time and its gift need, and nothing of the others. */
export function toldBenefits(benefits: ProgrammeBenefit[] | undefined): ProgrammeBenefit[] {
  return (benefits ?? []).map((benefit) => {
    const gives = benefit.gives as Gives
    const giving = gives != null && gives.type !== 'none'
    return {
      ...benefit,
      id: benefit.id || null,
      day: benefit.every === 'memberDay' ? benefit.day : null,
      daysBefore: benefit.every === 'birthday' ? (benefit.daysBefore ?? 0) : 0,
      gives: giving ? rewardOf(gives as RewardAnswers) : null,
    }
  })
}
