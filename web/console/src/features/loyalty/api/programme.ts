import type { ProgrammeDefinition } from '@/client'
import { shownBenefits, toldBenefits } from './programmeBenefit'

export type Rule = ProgrammeDefinition['earn'][number]
export type GrantType = Rule['grant']['type']
export type WhenType = Rule['when'][number]['type']

export const GRANTS = ['perAmount', 'perOrder', 'multiply', 'event'] as const satisfies readonly GrantType[]
export const WHENS = ['sold', 'atLeast', 'firstOrder', 'tier', 'weekdays', 'monthDays', 'birthday'] as const satisfies readonly WhenType[]
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const CAPS = ['perOrder', 'perDay', 'perMonth', 'budget'] as const

/** What the form holds: a programme, and whether it has tiers at all. */
export interface ProgrammeAnswers extends ProgrammeDefinition {
  tiered: boolean
}

const NO_CAPS = { perOrder: null, perDay: null, perMonth: null, budget: null }

export const NEW_RULE = { id: '', name: '', grant: { type: 'perAmount', points: 1, amount: 1 }, when: [], segment: null, group: null, from: null, until: null, caps: NO_CAPS }

const TIERS: NonNullable<ProgrammeDefinition['tiers']> = {
  basis: 'spend',
  period: { type: 'rolling', months: 12 },
  downgrade: 'oneStep',
  graceDays: 0,
  onRefund: 'atReview',
  tiers: [{ id: 'member', name: '', threshold: 0, benefits: [] }],
}

const BLANK: ProgrammeDefinition = {
  earn: [],
  stacking: 'best',
  rounding: 'down',
  caps: NO_CAPS,
  points: { pendingDays: 15, expiry: { type: 'afterMonths', months: 12 }, debt: 'othersThenDebt', beforeJoining: 0 },
  tiers: null,
  plans: [],
}

export function answersOf(draft: ProgrammeDefinition | null): ProgrammeAnswers {
  const told = { ...BLANK, ...draft }
  const tiers = told.tiers ?? TIERS
  return {
    ...told,
    tiered: told.tiers != null,
    tiers: { ...tiers, tiers: tiers.tiers.map((tier) => ({ ...tier, benefits: shownBenefits(tier.benefits) })) },
    plans: told.plans.map((plan) => ({ ...plan, benefits: shownBenefits(plan.benefits) })),
  }
}

/** What the form says as the API takes it: nothing stands for what was left empty. */
export function definitionOf({ tiered, ...told }: ProgrammeAnswers): ProgrammeDefinition {
  const tiers = tiered && told.tiers ? { ...told.tiers, tiers: told.tiers.tiers.map((tier) => ({ ...tier, benefits: toldBenefits(tier.benefits) })) } : null
  const plans = told.plans.map((plan) => ({ ...plan, benefits: toldBenefits(plan.benefits) }))
  return filled({ ...told, tiers, plans }) as ProgrammeDefinition
}

function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined && part !== '')
      .map(([name, part]) => [name, filled(part)]),
  )
}

/** A place of a request as the place in the form. */
export function placeInForm(pointer: string): string {
  return pointer.replace(/^\/definition/, '')
}

/** Which tab of the page a place stands on. */
export function tabOf(pointer: string): 'earn' | 'points' | 'tiers' | 'plans' {
  const first = placeInForm(pointer).split('/')[1]
  return first === 'earn' || first === 'tiers' || first === 'plans' ? first : 'points'
}
