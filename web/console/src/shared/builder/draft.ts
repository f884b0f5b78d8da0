import { draftOfEvents, draftOfSequence, newEventFilter, type EventsFields, type SequenceFields } from './eventDraft'
import type { Ahead, AnniversaryCondition, AttributeCondition, Condition, OrdersCondition, TagCondition, Window } from '@/client'
import { filtersOf, type FilterDraft } from './filterDraft'
import { newId } from './nodeId'
import { readAipl, readLifecycle, readRfm, type StageDraft } from './stageDraft'
import { readTouchpoint, type TouchpointDraft } from './touchpointDraft'

/** A definition while it is being edited: it may be incomplete, and every node can be pointed at. */
export type Draft = GroupDraft | RowDraft
export type RowDraft =
  | AttributeDraft
  | AnniversaryDraft
  | TagDraft
  | OrdersDraft
  | TouchpointDraft
  | StageDraft
  | SegmentDraft
  | EventsDraft
  | SequenceDraft
  | ListDraft
  | ShareDraft
export type Operator = AttributeCondition['operator']

interface Node {
  id: string
  /** Whether the people who match are excluded instead. */
  negated: boolean
}

export interface GroupDraft extends Node {
  kind: 'group'
  join: 'and' | 'or'
  children: Draft[]
}

export interface AttributeDraft extends Node {
  kind: 'attribute'
  attribute: string | null
  operator: Operator
  values: string[]
}

export interface AnniversaryDraft extends Node {
  kind: 'anniversary'
  attribute: AnniversaryCondition['attribute']
  within: AheadDraft
}

export interface TagDraft extends Node {
  kind: 'tag'
  operator: TagCondition['operator']
  tags: string[]
}

export interface SegmentDraft extends Node {
  kind: 'segment'
  segment: string | null
}

export interface ListDraft extends Node {
  kind: 'list'
  list: string | null
}

export interface ShareDraft extends Node {
  kind: 'share'
  key: string
  /** In percent, with two digits after the point. */
  from: number | null
  to: number | null
}

export interface OrdersDraft extends Node {
  kind: 'orders'
  measure: OrdersCondition['measure']
  operator: OrdersCondition['operator']
  value: number | null
  window: WindowDraft
  filters: FilterDraft[]
}

export interface EventsDraft extends Node, EventsFields {
  kind: 'events'
}

export interface SequenceDraft extends Node, SequenceFields {
  kind: 'sequence'
}

export type WindowDraft = { type: 'ever' } | { type: 'last'; days: number | null } | { type: 'between'; from: string | null; to: string | null }
export type AheadDraft = { type: 'days'; days: number | null } | { type: 'month'; months: number }

/** Groups in groups that people can make here; what the API made deeper can be edited all the same. */
export const DEEPEST = 3

export function newGroup(children: Draft[] = [], join: GroupDraft['join'] = 'and'): GroupDraft {
  return { id: newId(), kind: 'group', negated: false, join, children }
}

export function newAttributeRow(): AttributeDraft {
  return { id: newId(), kind: 'attribute', negated: false, attribute: null, operator: 'is', values: [] }
}

export function newAnniversaryRow(): AnniversaryDraft {
  return { id: newId(), kind: 'anniversary', negated: false, attribute: 'birthday', within: { type: 'days', days: 7 } }
}

export function newTagRow(): TagDraft {
  return { id: newId(), kind: 'tag', negated: false, operator: 'any', tags: [] }
}

export function newSegmentRow(): SegmentDraft {
  return { id: newId(), kind: 'segment', negated: false, segment: null }
}

export function newListRow(): ListDraft {
  return { id: newId(), kind: 'list', negated: false, list: null }
}

/** Most often a share is held out. */
export function newShareRow(): ShareDraft {
  return { id: newId(), kind: 'share', negated: true, key: '', from: 0, to: 10 }
}

export function newOrdersRow(): OrdersDraft {
  return { id: newId(), kind: 'orders', negated: false, measure: 'count', operator: 'atLeast', value: 1, window: { type: 'last', days: 365 }, filters: [] }
}

export function newEventsRow(): EventsDraft {
  return {
    id: newId(),
    kind: 'events',
    negated: false,
    events: newEventFilter(),
    measure: 'count',
    property: null,
    operator: 'atLeast',
    value: 1,
    window: { type: 'last', days: 30 },
  }
}

export function newSequenceRow(): SequenceDraft {
  return {
    id: newId(),
    kind: 'sequence',
    negated: false,
    steps: [newEventFilter(), newEventFilter()],
    withinDays: 7,
    without: null,
    window: { type: 'last', days: 90 },
  }
}

export function draftOf(condition: Condition): GroupDraft {
  const draft = read(condition)
  return draft.kind === 'group' && !draft.negated ? draft : newGroup([draft])
}

function read(condition: Condition): Draft {
  switch (condition.type) {
    case 'and':
    case 'or':
      return newGroup(condition.conditions.map(read), condition.type)
    case 'not': {
      const inner = read(condition.condition)
      return { ...inner, negated: !inner.negated }
    }
    case 'attribute':
      return { ...newAttributeRow(), attribute: condition.attribute, operator: condition.operator, values: [...condition.values] }
    case 'anniversary':
      return { ...newAnniversaryRow(), attribute: condition.attribute, within: readAhead(condition.within) }
    case 'tag':
      return { ...newTagRow(), operator: condition.operator, tags: [...condition.tags] }
    case 'segment':
      return { ...newSegmentRow(), segment: condition.segment }
    case 'events':
      return { id: newId(), kind: 'events', negated: false, ...draftOfEvents(condition), window: readWindow(condition.window) }
    case 'sequence':
      return { id: newId(), kind: 'sequence', negated: false, ...draftOfSequence(condition), window: readWindow(condition.window) }
    case 'list':
      return { ...newListRow(), list: condition.list }
    case 'share':
      return { ...newShareRow(), negated: false, key: condition.key, from: condition.from / 100, to: condition.to / 100 }
    case 'orders':
      return {
        ...newOrdersRow(),
        measure: condition.measure,
        operator: condition.operator,
        value: condition.value,
        window: readWindow(condition.window),
        filters: filtersOf(condition.where),
      }
    case 'touchpoint':
      return readTouchpoint(condition)
    case 'rfm':
      return readRfm(condition)
    case 'lifecycle':
      return readLifecycle(condition)
    case 'aipl':
      return readAipl(condition)
  }
}

function readAhead(within: Ahead): AheadDraft {
  return within.type === 'days' ? { type: 'days', days: within.days } : { type: 'month', months: within.months }
}

function readWindow(window: Window | null | undefined): WindowDraft {
  if (!window) return { type: 'ever' }
  return window.type === 'last' ? { type: 'last', days: window.days } : { type: 'between', from: window.from, to: window.to }
}

/** Replaces the node of the same id; null removes it. */
export function withNode(group: GroupDraft, id: string, next: Draft | null): GroupDraft {
  if (group.id === id) return next?.kind === 'group' ? next : group
  const children = group.children.flatMap((child): Draft[] => {
    if (child.id === id) return next ? [next] : []
    return [child.kind === 'group' ? withNode(child, id, next) : child]
  })
  return { ...group, children }
}
