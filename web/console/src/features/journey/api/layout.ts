import type { JourneyDefinition, JourneyNodePosition } from '@/client'
import { exitsOf, nodeOf, walk } from '@/shared/journey/graph'

export const WIDTH = 232
export const HEIGHT = 104
const GAP = 36
const LANE = 44
const RISE = 172
const SWEEPS = 6

interface Cell {
  key: string
  layer: number
  /** Not a node: an edge that goes past this layer. */
  passing: boolean
  x: number
  up: Link[]
  down: Link[]
}

interface Link {
  cell: Cell
  /** How far right of its middle the way leaves the upper cell. */
  dx: number
}

export interface Layout {
  positions: Map<string, JourneyNodePosition>
  /** For an edge (`node/exit`) over several layers, the middles of the lanes it takes. */
  lanes: Map<string, JourneyNodePosition[]>
}

/**
 * Draws a journey from top to bottom: a node stands below all that lead to it, an edge over several layers gets a
 * lane of its own. Layers by the longest way (loops are cut where they come back), order by the middle of the
 * neighbours, then places as near below them as there is room.
 */
export function layOut(journey: JourneyDefinition): Layout {
  const layers = layersOf(journey)
  const cells = new Map<string, Cell>()
  const rows: Cell[][] = []
  const add = (key: string, layer: number, passing: boolean): Cell => {
    const cell: Cell = { key, layer, passing, x: 0, up: [], down: [] }
    cells.set(key, cell)
    ;(rows[layer] ??= []).push(cell)
    return cell
  }
  const nodes = walk(journey)
  nodes.forEach(({ id }) => add(id, layers.get(id) ?? 0, false))
  for (let layer = 0; layer < rows.length; layer++) rows[layer] ??= []
  const lanes = new Map<string, Cell[]>()
  for (const { id, step, exits } of nodes) {
    const names = exitsOf(step)
    for (const exit of names) {
      const from = cells.get(id)
      const to = cells.get(exits[exit] ?? '')
      if (!from || !to || to.layer <= from.layer) continue
      const passing: Cell[] = []
      for (let layer = from.layer + 1; layer < to.layer; layer++) passing.push(add(`${id}/${exit}/${layer}`, layer, true))
      const chain = [from, ...passing, to]
      chain.slice(1).forEach((cell, index) => {
        const dx = index === 0 ? exitX(names.indexOf(exit), names.length) - WIDTH / 2 : 0
        cell.up.push({ cell: chain[index], dx })
        chain[index].down.push({ cell, dx: -dx })
      })
      if (passing.length > 0) lanes.set(`${id}/${exit}`, passing)
    }
  }
  rows.forEach(spread)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const downwards = sweep % 2 === 0
    for (const row of downwards ? rows : [...rows].reverse()) {
      const wanted = new Map(row.map((cell) => [cell, middle(downwards ? cell.up : cell.down, cell.x)]))
      row.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0))
      place(row, wanted)
    }
  }
  const left = Math.min(0, ...[...cells.values()].map(({ x }) => x))
  const top = (layer: number) => layer * RISE
  return {
    positions: new Map(nodes.map(({ id }) => [id, { x: Math.round((cells.get(id)?.x ?? 0) - left - WIDTH / 2), y: top(layers.get(id) ?? 0) }])),
    lanes: new Map([...lanes].map(([edge, passing]) => [edge, passing.map(({ x, layer }) => ({ x: Math.round(x - left), y: top(layer) + HEIGHT / 2 }))])),
  }
}

/** How far below the first node each stands; an edge that comes back counts for nothing. */
function layersOf(journey: JourneyDefinition): Map<string, number> {
  const layers = new Map<string, number>()
  const order: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const back = new Set<string>()
  const visit = (id: string) => {
    const node = nodeOf(journey, id)
    if (!node || state.has(id)) return
    state.set(id, 'open')
    for (const exit of exitsOf(node.step)) {
      const target = node.exits[exit]
      if (target === undefined) continue
      if (state.get(target) === 'open') back.add(`${id}/${exit}`)
      else visit(target)
    }
    state.set(id, 'done')
    order.push(id)
  }
  ;[journey.start, ...journey.nodes.map(({ id }) => id)].forEach(visit)
  for (const id of order.reverse()) {
    const layer = layers.get(id) ?? 0
    layers.set(id, layer)
    const node = nodeOf(journey, id)
    for (const exit of node ? exitsOf(node.step) : []) {
      const target = node?.exits[exit]
      if (target !== undefined && !back.has(`${id}/${exit}`)) layers.set(target, Math.max(layers.get(target) ?? 0, layer + 1))
    }
  }
  return layers
}

function spread(row: Cell[]) {
  place(row, new Map(row.map((cell) => [cell, 0])))
}

function middle(links: Link[], otherwise: number): number {
  return links.length === 0 ? otherwise : links.reduce((sum, { cell, dx }) => sum + cell.x + dx, 0) / links.length
}

/** How far from its left a box is left by one of its ways. */
export function exitX(index: number, of: number): number {
  return (WIDTH * (index + 1)) / (of + 1)
}

/** As near to where they want to be as their order and their widths allow. */
function place(row: Cell[], wanted: Map<Cell, number>) {
  let moved = 0
  row.forEach((cell, index) => {
    const want = wanted.get(cell) ?? 0
    cell.x = index === 0 ? want : Math.max(want, row[index - 1].x + (width(row[index - 1]) + width(cell)) / 2 + GAP)
    moved += cell.x - want
  })
  row.forEach((cell) => (cell.x -= moved / row.length))
}

function width({ passing }: Cell): number {
  return passing ? LANE : WIDTH
}

/** The places people gave the nodes; null when nobody did, as in a list that was only written down. */
export function arrangedBy(journey: JourneyDefinition): Map<string, JourneyNodePosition> | null {
  const positions = journey.nodes.flatMap(({ id, position }) => (position ? [[id, position] as const] : []))
  const inALine = new Set(positions.map(([, { x }]) => Number(x))).size < 2
  if (positions.length === 0 || (inALine && positions.length > 1 && positions.length === journey.nodes.length)) return null
  return new Map(positions)
}
