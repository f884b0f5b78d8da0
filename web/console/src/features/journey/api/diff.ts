import type { JourneyDefinition, JourneyNode } from '@/client'
import { walk } from '@/shared/journey/graph'

export type Change = 'added' | 'removed' | 'changed'
export type ChangedPart = 'trigger' | 'start' | 'goal' | 'exitRules' | 'reentry'

export interface NodeChange {
  change: Change
  before: JourneyNode | null
  now: JourneyNode | null
  /** Whether what happens is another thing. */
  step: boolean
  /** The ways out that lead elsewhere. */
  exits: string[]
}

export interface Difference {
  nodes: NodeChange[]
  parts: ChangedPart[]
}

const PARTS: ChangedPart[] = ['trigger', 'start', 'goal', 'exitRules', 'reentry']

/** What two definitions have different, in the order of the later one; places on the canvas mean nothing. */
export function differenceOf(before: JourneyDefinition, now: JourneyDefinition): Difference {
  const old = new Map(before.nodes.map((node) => [node.id, node]))
  const kept = new Set(now.nodes.map(({ id }) => id))
  const changes: NodeChange[] = walk(now).flatMap((node): NodeChange[] => {
    const was = old.get(node.id)
    if (!was) return [{ change: 'added', before: null, now: node, step: true, exits: [] }]
    const step = !same(was.step, node.step)
    const exits = [...new Set([...Object.keys(was.exits), ...Object.keys(node.exits)])].filter((exit) => was.exits[exit] !== node.exits[exit])
    return step || exits.length > 0 ? [{ change: 'changed', before: was, now: node, step, exits }] : []
  })
  const removed = walk(before)
    .filter(({ id }) => !kept.has(id))
    .map((node): NodeChange => ({ change: 'removed', before: node, now: null, step: true, exits: [] }))
  return { nodes: [...changes, ...removed], parts: PARTS.filter((part) => !same(before[part], now[part])) }
}

/** Whether two values say the same, whatever the order of their fields; a field that is null says as much as none. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).filter(([, one]) => one != null).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  )
}

/** Whether a draft means something else than another. */
export function differs(a: JourneyDefinition, b: JourneyDefinition): boolean {
  const { nodes, parts } = differenceOf(a, b)
  return nodes.length > 0 || parts.length > 0
}
