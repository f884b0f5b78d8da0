import type { AiplCondition, LifecycleCondition, RfmCondition } from '@/client'
import { newId } from './nodeId'

interface Node {
  id: string
  negated: boolean
}

export type Letter = 'r' | 'f' | 'm'
export type Measured = 'recency' | 'frequency' | 'monetary'

export interface RfmDraft extends Node {
  kind: 'rfm'
  /** None chosen is any. */
  scores: Record<Letter, number[]>
  /** Null for fifths of the buyers. */
  cuts: Record<Measured, (number | null)[]> | null
}

export interface LifecycleDraft extends Node {
  kind: 'lifecycle'
  stages: LifecycleCondition['stages']
  cycleDays: number | null
}

export interface AiplDraft extends Node {
  kind: 'aipl'
  stages: AiplCondition['stages']
  days: number | null
}

export type StageDraft = RfmDraft | LifecycleDraft | AiplDraft

export const LETTERS = ['r', 'f', 'm'] as const
export const MEASURED = ['recency', 'frequency', 'monetary'] as const
export const LIFECYCLE_STAGES = ['prospect', 'new', 'active', 'cooling', 'silent', 'lost'] as const
export const AIPL_STAGES = ['awareness', 'interest', 'purchase', 'loyalty'] as const
export const A_YEAR = 365

/** A place to start from, amounts in the major unit. */
export function startCuts(perUnit: number): NonNullable<RfmDraft['cuts']> {
  return { recency: [180, 90, 60, 30], frequency: [2, 3, 5, 10], monetary: [100, 300, 1_000, 3_000].map((amount) => amount * perUnit) }
}

export function newRfmRow(): RfmDraft {
  return { id: newId(), kind: 'rfm', negated: false, scores: { r: [4, 5], f: [], m: [] }, cuts: null }
}

export function newLifecycleRow(): LifecycleDraft {
  return { id: newId(), kind: 'lifecycle', negated: false, stages: ['active'], cycleDays: null }
}

export function newAiplRow(): AiplDraft {
  return { id: newId(), kind: 'aipl', negated: false, stages: ['interest'], days: null }
}

export function readRfm({ r, f, m, cuts }: RfmCondition): RfmDraft {
  return { ...newRfmRow(), scores: { r: [...(r ?? [])], f: [...(f ?? [])], m: [...(m ?? [])] }, cuts: cuts ? { ...cuts } : null }
}

export function readLifecycle({ stages, cycleDays }: LifecycleCondition): LifecycleDraft {
  return { ...newLifecycleRow(), stages: [...stages], cycleDays: cycleDays ?? null }
}

export function readAipl({ stages, days }: AiplCondition): AiplDraft {
  return { ...newAiplRow(), stages: [...stages], days: days ?? null }
}

/** Null while something is missing or cuts do not rise (days since the last order: fall). */
export function stageCondition(draft: StageDraft): (({ type: 'rfm' } & RfmCondition) | ({ type: 'lifecycle' } & LifecycleCondition) | ({ type: 'aipl' } & AiplCondition)) | null {
  switch (draft.kind) {
    case 'rfm':
      return rfmCondition(draft)
    case 'lifecycle':
      return draft.stages.length === 0 ? null : { type: 'lifecycle', stages: draft.stages, ...(draft.cycleDays !== null && { cycleDays: draft.cycleDays }) }
    case 'aipl':
      return draft.stages.length === 0 ? null : { type: 'aipl', stages: draft.stages, ...(draft.days !== null && { days: draft.days }) }
  }
}

function rfmCondition({ scores: { r, f, m }, cuts }: RfmDraft): ({ type: 'rfm' } & RfmCondition) | null {
  if (r.length + f.length + m.length === 0) return null
  const chosen = cuts === null ? null : wholeCuts(cuts)
  if (chosen === undefined) return null
  return {
    type: 'rfm',
    ...(r.length > 0 && { r }),
    ...(f.length > 0 && { f }),
    ...(m.length > 0 && { m }),
    ...(chosen && { cuts: chosen }),
  }
}

function wholeCuts(cuts: NonNullable<RfmDraft['cuts']>): NonNullable<RfmCondition['cuts']> | undefined {
  const recency = inOrder(cuts.recency, -1)
  const frequency = inOrder(cuts.frequency, 1)
  const monetary = inOrder(cuts.monetary, 1)
  return recency && frequency && monetary ? { recency, frequency, monetary } : undefined
}

function inOrder(numbers: (number | null)[], step: 1 | -1): number[] | undefined {
  const filled = numbers.filter((number) => number !== null)
  const rises = filled.every((number, index) => index === 0 || (number - filled[index - 1]) * step > 0)
  return filled.length === numbers.length && rises ? filled : undefined
}
