import type { Condition } from '@/client'
import { conditionOf } from './condition'
import { newGroup, newOrdersRow, type Draft, type GroupDraft } from './draft'
import { newId } from './nodeId'

/** A condition that is not complete yet, as it stands in a definition that is kept right or wrong. */
export interface Unfinished {
  type: 'unfinished'
  draft: GroupDraft
}

const KINDS: Draft['kind'][] = ['group', 'attribute', 'anniversary', 'tag', 'orders', 'touchpoint', 'rfm', 'lifecycle', 'aipl', 'segment', 'events', 'sequence', 'list', 'share']

/** What a new condition says until something else is said. */
export function firstCondition(): Condition {
  return conditionOf(newGroup([newOrdersRow()])) as Condition
}

/** The condition a draft makes, or the draft itself as long as it makes none. */
export function keptOf(draft: GroupDraft): Condition | Unfinished {
  return conditionOf(draft) ?? { type: 'unfinished', draft }
}

export function isUnfinished(value: { type: string } | null): value is Unfinished {
  return value?.type === 'unfinished'
}

/** What was typed, with ids that nothing else on the page has; what is no draft is left out. */
export function revived({ draft }: Unfinished): GroupDraft {
  const known = onlyKnown(draft)
  return known?.kind === 'group' ? (withNewIds(known) as GroupDraft) : newGroup()
}

function onlyKnown(draft: Draft | null | undefined): Draft | null {
  if (!draft || !KINDS.includes(draft.kind)) return null
  if (draft.kind !== 'group') return draft
  return { ...draft, children: (Array.isArray(draft.children) ? draft.children : []).flatMap((child) => onlyKnown(child) ?? []) }
}

function withNewIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNewIds)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'id' ? newId() : withNewIds(inner)]))
}
