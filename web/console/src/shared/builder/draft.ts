import type { AttributeCondition, Condition, OrdersCondition, Window } from '@/client'

/** A definition while it is being edited: it may be incomplete, and every node can be pointed at. */
export type Draft = GroupDraft | RowDraft
export type RowDraft = AttributeDraft | OrdersDraft
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

export interface OrdersDraft extends Node {
  kind: 'orders'
  measure: OrdersCondition['measure']
  operator: OrdersCondition['operator']
  value: number | null
  window: WindowDraft
}

export type WindowDraft = { type: 'ever' } | { type: 'last'; days: number | null } | { type: 'between'; from: string | null; to: string | null }

let last = 0
const newId = () => `c${++last}`

export function newGroup(children: Draft[] = [], join: GroupDraft['join'] = 'and'): GroupDraft {
  return { id: newId(), kind: 'group', negated: false, join, children }
}

export function newAttributeRow(): AttributeDraft {
  return { id: newId(), kind: 'attribute', negated: false, attribute: null, operator: 'is', values: [] }
}

export function newOrdersRow(): OrdersDraft {
  return { id: newId(), kind: 'orders', negated: false, measure: 'count', operator: 'atLeast', value: 1, window: { type: 'last', days: 365 } }
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
    case 'orders':
      return {
        ...newOrdersRow(),
        measure: condition.measure,
        operator: condition.operator,
        value: condition.value,
        window: readWindow(condition.window),
      }
  }
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
