import type { Condition, Window } from '@/client'
import { eventsCondition, sequenceCondition } from './eventCondition'
import type { AnniversaryDraft, AttributeDraft, Draft, GroupDraft, OrdersDraft, ShareDraft, WindowDraft } from './draft'
import { whereOf } from './filterDraft'
import { stageCondition } from './stageDraft'
import { touchpointCondition } from './touchpointDraft'

/** The definition the server understands; null while any part of the draft is incomplete. */
export function conditionOf(draft: Draft): Condition | null {
  const plain = positive(draft)
  if (!plain) return null
  return draft.negated ? { type: 'not', condition: plain } : plain
}

/** The ids of the nodes that still lack something. */
export function incompleteIn(draft: Draft): string[] {
  if (draft.kind !== 'group') return positive(draft) ? [] : [draft.id]
  if (draft.children.length === 0) return [draft.id]
  return draft.children.flatMap(incompleteIn)
}

export function needsNoValue(operator: AttributeDraft['operator']): boolean {
  return operator === 'exists' || operator === 'notExists'
}

function positive(draft: Draft): Condition | null {
  switch (draft.kind) {
    case 'group':
      return groupCondition(draft)
    case 'attribute':
      return attributeCondition(draft)
    case 'anniversary':
      return anniversaryCondition(draft)
    case 'tag':
      return draft.tags.length === 0 ? null : { type: 'tag', operator: draft.operator, tags: draft.tags }
    case 'segment':
      return draft.segment === null ? null : { type: 'segment', segment: draft.segment }
    case 'list':
      return draft.list === null ? null : { type: 'list', list: draft.list }
    case 'share':
      return shareCondition(draft)
    case 'orders':
      return ordersCondition(draft)
    case 'touchpoint':
      return touchpointCondition(draft)
    case 'rfm':
    case 'lifecycle':
    case 'aipl':
      return stageCondition(draft)
    case 'events':
      return eventsCondition(draft, windowOf(draft.window))
    case 'sequence':
      return sequenceCondition(draft, windowOf(draft.window))
  }
}

function groupCondition({ join, children }: GroupDraft): Condition | null {
  const conditions = children.map(conditionOf)
  if (conditions.length === 0 || conditions.some((condition) => condition === null)) return null
  return { type: join, conditions: conditions as Condition[] }
}

function attributeCondition({ attribute, operator, values }: AttributeDraft): Condition | null {
  if (!attribute) return null
  if (needsNoValue(operator)) return { type: 'attribute', attribute, operator, values: [] }
  const filled = values.map((value) => value.trim()).filter(Boolean)
  return filled.length === 0 ? null : { type: 'attribute', attribute, operator, values: filled }
}

function anniversaryCondition({ attribute, within }: AnniversaryDraft): Condition | null {
  if (within.type === 'month') return { type: 'anniversary', attribute, within }
  return within.days === null ? null : { type: 'anniversary', attribute, within: { type: 'days', days: within.days } }
}

function shareCondition({ key, from, to }: ShareDraft): Condition | null {
  if (!key.trim() || from === null || to === null || from >= to) return null
  return { type: 'share', key: key.trim(), from: Math.round(from * 100), to: Math.round(to * 100) }
}

function ordersCondition({ measure, operator, value, window, filters }: OrdersDraft): Condition | null {
  const where = whereOf(filters)
  if (value === null || where === null) return null
  const chosen = countsDays(measure) ? null : windowOf(window)
  return chosen === undefined ? null : { type: 'orders', measure, operator, value, window: chosen, ...where }
}

/** Days since an order are asked of all that is known. */
export function countsDays(measure: OrdersDraft['measure']): boolean {
  return measure === 'recency' || measure === 'sinceFirst'
}

/** Undefined while the window is incomplete; null for "ever". */
function windowOf(window: WindowDraft): Window | null | undefined {
  switch (window.type) {
    case 'ever':
      return null
    case 'last':
      return window.days === null ? undefined : { type: 'last', days: window.days }
    case 'between':
      return window.from && window.to && window.from <= window.to ? { type: 'between', from: window.from, to: window.to } : undefined
  }
}
