import { Position, type Edge, type Node, type NodeHandle } from '@xyflow/react'
import type { JourneyDefinition, JourneyNodePosition } from '@/client'
import { exitsOf, placesIn, targetOf, TRIGGER, type StepKind } from '@/shared/journey/graph'
import { arrangedBy, exitX, HEIGHT, layOut, WIDTH } from './layout'
import type { NodeNumbers } from './numbers'

export type Mark = 'added' | 'removed' | 'changed' | 'passed' | 'here'

export type StepData = {
  kind: StepKind | 'trigger' | 'goal' | 'rules'
  title: string
  words: string
  numbers: NodeNumbers | null
  /** Whether the journey has one, so that a share of it means something. */
  goal: boolean
  faults: string[]
  mark: Mark | null
  exits: { name: string; open: boolean }[]
  accepts: boolean
}
export type StepNodeType = Node<StepData, 'step'>

export type WayData = {
  label: string | null
  /** How often it was taken; null where that is not told. */
  taken: number | null
  lane: JourneyNodePosition[]
  /** Of a loop: where it goes up. */
  around: number | null
  passed: boolean
}
export type WayEdgeType = Edge<WayData, 'way'>

const ABOVE = 172

/** Where everything stands, and the lanes of long edges as long as nobody moved a box. */
export function placed(journey: JourneyDefinition) {
  const { positions, lanes } = layOut(journey)
  const own = arrangedBy(journey)
  const at = own ? new Map([...positions, ...own]) : positions
  const start = at.get(journey.start) ?? { x: 0, y: 0 }
  const top = Math.min(...[...at.values()].map(({ y }) => Number(y)), Number(start.y))
  at.set(TRIGGER, { x: Number(start.x), y: top - ABOVE })
  at.set('@goal', { x: Number(start.x) + WIDTH + 36, y: top - ABOVE })
  at.set('@rules', { x: Number(start.x) + 2 * (WIDTH + 36), y: top - ABOVE })
  return { at, lanes: own ? new Map<string, JourneyNodePosition[]>() : lanes }
}

/** A box of known size with its handles, so that it is drawn before it was ever measured. */
export function flowNode(id: string, at: JourneyNodePosition | undefined, data: StepData, ariaLabel: string, selected: boolean, part: boolean): StepNodeType {
  const handle = (type: NodeHandle['type'], handleId: string | null, x: number): NodeHandle => ({
    id: handleId,
    type,
    position: type === 'target' ? Position.Top : Position.Bottom,
    x: x - 5,
    y: type === 'target' ? -5 : HEIGHT - 5,
    width: 10,
    height: 10,
  })
  return {
    id,
    type: 'step',
    position: { x: Number(at?.x ?? 0), y: Number(at?.y ?? 0) },
    data,
    selected,
    ariaLabel,
    width: WIDTH,
    height: HEIGHT,
    measured: { width: WIDTH, height: HEIGHT },
    deletable: !part,
    draggable: !part,
    handles: [
      ...(data.accepts ? [handle('target', null, WIDTH / 2)] : []),
      ...data.exits.map(({ name }, index) => handle('source', name, exitX(index, data.exits.length))),
    ],
  }
}

/** `passed` holds the ways (`node/exit`) somebody went. */
export function flowEdges(journey: JourneyDefinition, lanes: Map<string, JourneyNodePosition[]>, words: (exit: string) => string, named: (id: string) => string, passed: Set<string>, selected: string | null, numbers: Map<string, NodeNumbers> | undefined, around: Map<string, number>): WayEdgeType[] {
  return placesIn(journey).flatMap((place) => {
    const target = targetOf(journey, place)
    if (target === undefined) return []
    const id = `${place.node}/${place.exit}`
    const step = journey.nodes.find((node) => node.id === place.node)?.step
    const alone = !step || exitsOf(step).length < 2
    return [
      {
        id,
        type: 'way' as const,
        source: place.node,
        sourceHandle: place.exit,
        target,
        selected: selected === id,
        ariaLabel: `${named(place.node)} · ${words(place.exit)} → ${named(target)}`,
        deletable: place.node !== TRIGGER,
        data: { label: alone ? null : words(place.exit), taken: numbers?.get(place.node)?.passed[place.exit] ?? null, lane: lanes.get(id) ?? [], around: around.get(id) ?? null, passed: passed.has(id) },
      },
    ]
  })
}

export function placeOfEdge(id: string) {
  const slash = id.indexOf('/')
  return { node: id.slice(0, slash), exit: id.slice(slash + 1) }
}

/** A line through the lanes, upright wherever it meets a layer. */
export function pathThrough(points: { x: number; y: number }[]): string {
  const [first, ...rest] = points
  let from = first
  return rest.reduce((path, to) => {
    const middle = (from.y + to.y) / 2
    const next = `${path} C ${from.x} ${middle}, ${to.x} ${middle}, ${to.x} ${to.y}`
    from = to
    return next
  }, `M ${first.x} ${first.y}`)
}
