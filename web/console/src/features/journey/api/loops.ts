import type { JourneyDefinition, JourneyNodePosition } from '@/client'
import { placesIn, targetOf } from '@/shared/journey/graph'
import { HEIGHT, WIDTH } from './layout'

const CLEAR = 30
const APART = 16
const CORNER = 10

/** How far below its step a loop turns, and above the step it comes back to. */
export const TURN = 28

interface Loop {
  id: string
  top: number
  bottom: number
  ends: number[]
}

/**
 * Where the loops go up: beside everything that stands between their ends, on the side that is nearer, the shorter
 * ones further in. By edge (`node/exit`).
 */
export function loopsAround(journey: JourneyDefinition, at: Map<string, JourneyNodePosition>, lanes: Map<string, JourneyNodePosition[]>): Map<string, number> {
  const place = (id: string) => {
    const found = at.get(id)
    return found && { x: Number(found.x), y: Number(found.y) }
  }
  const loops: Loop[] = placesIn(journey).flatMap(({ node, exit }) => {
    const from = place(node)
    const target = targetOf(journey, { node, exit })
    const to = target === undefined ? undefined : place(target)
    if (!from || !to || to.y >= from.y + HEIGHT) return []
    return [{ id: `${node}/${exit}`, top: to.y - TURN, bottom: from.y + HEIGHT + TURN, ends: [from.x + WIDTH / 2, to.x + WIDTH / 2] }]
  })
  const boxes = journey.nodes.flatMap(({ id }) => place(id) ?? [])
  const points = [...lanes.values()].flat().map(({ x, y }) => ({ x: Number(x), y: Number(y) }))
  const taken = { left: [] as Loop[], right: [] as Loop[] }
  const around = new Map<string, number>()
  for (const loop of loops.sort((a, b) => a.bottom - a.top - (b.bottom - b.top))) {
    const beside = boxes.filter(({ y }) => y + HEIGHT > loop.top && y < loop.bottom)
    const passing = points.filter(({ y }) => y > loop.top && y < loop.bottom)
    const crossed = (side: Loop[]) => side.filter(({ top, bottom }) => top < loop.bottom && bottom > loop.top).length
    const right = Math.max(...beside.map(({ x }) => x + WIDTH), ...passing.map(({ x }) => x)) + CLEAR + APART * crossed(taken.right)
    const left = Math.min(...beside.map(({ x }) => x), ...passing.map(({ x }) => x)) - CLEAR - APART * crossed(taken.left)
    const way = (x: number) => loop.ends.reduce((sum, end) => sum + Math.abs(end - x), 0)
    const side = way(left) < way(right) ? 'left' : 'right'
    taken[side].push(loop)
    around.set(loop.id, side === 'left' ? left : right)
  }
  return around
}

/** Down a little, aside, up beside everything, and back from above. */
export function loopPath(from: { x: number; y: number }, to: { x: number; y: number }, x: number): string {
  const points = [from, { x: from.x, y: from.y + TURN }, { x, y: from.y + TURN }, { x, y: to.y - TURN }, { x: to.x, y: to.y - TURN }, to]
  const near = (a: { x: number; y: number }, b: { x: number; y: number }) => {
    const length = Math.hypot(b.x - a.x, b.y - a.y)
    const by = length === 0 ? 0 : Math.min(CORNER, length / 2) / length
    return { x: a.x + (b.x - a.x) * by, y: a.y + (b.y - a.y) * by }
  }
  const corners = points.slice(1, -1).map((corner, index) => {
    const into = near(corner, points[index])
    const out = near(corner, points[index + 2])
    return `L ${into.x} ${into.y} Q ${corner.x} ${corner.y}, ${out.x} ${out.y}`
  })
  return `M ${from.x} ${from.y} ${corners.join(' ')} L ${to.x} ${to.y}`
}
