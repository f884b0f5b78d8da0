import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JourneyDefinition, JourneyPlay } from '@/client'
import { connect, exitsOf, insertAt, placesIn, STEP_KINDS, withPositions } from '@/shared/journey/graph'
import { welcome } from '@mock/data/journeys'
import { drawable } from './drawable'
import { arrangedBy, HEIGHT, layOut, WIDTH } from './layout'

const PLAYS = join(import.meta.dirname, '../../../../../../server/src/main/resources/io/waterwheel/journey/plays.json')
const plays = JSON.parse(readFileSync(PLAYS, 'utf8')) as JourneyPlay[]

function overlaps(journey: JourneyDefinition): string[] {
  const boxes = [...layOut(journey).positions]
  return boxes.flatMap(([a, one], index) =>
    boxes.slice(index + 1).flatMap(([b, two]) => (Math.abs(one.x - two.x) < WIDTH && Math.abs(one.y - two.y) < HEIGHT ? [`${a} on ${b}`] : [])),
  )
}

/** A small generator of its own, so that a failure can be seen again. */
function random(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
}

describe('the layout', () => {
  it('has at least twelve plays to draw, none of them with a box on another', () => {
    expect(plays.length).toBeGreaterThanOrEqual(12)
    for (const { id, definition } of plays) expect([id, overlaps(drawable(definition))]).toEqual([id, []])
  })

  it('draws every way downwards that is no loop', () => {
    const { positions } = layOut(welcome)
    for (const { id, step, exits } of welcome.nodes)
      for (const exit of exitsOf(step)) expect(positions.get(exits[exit])?.y ?? 0).toBeGreaterThan(positions.get(id)?.y ?? 0)
  })

  it('gives a way over several layers a lane beside the boxes it passes', () => {
    const { positions, lanes } = layOut(welcome)
    const [lane] = lanes.get('buy/happened') ?? []
    const call = positions.get('call')
    expect(lane.y).toBe((call?.y ?? 0) + HEIGHT / 2)
    expect(lane.x < (call?.x ?? 0) || lane.x > (call?.x ?? 0) + WIDTH).toBe(true)
  })

  it('leaves a step on the left by its left way, so that ways do not cross', () => {
    const { positions, lanes } = layOut(welcome)
    expect(lanes.get('buy/happened')?.[0].x).toBeLessThan(positions.get('call')?.x ?? 0)
  })

  it('draws a loop as well', () => {
    const loop = connect(welcome, { node: 'call', exit: 'overdue' }, 'hello')
    expect(overlaps(loop)).toEqual([])
    expect(layOut(loop).positions.get('call')?.y).toBeGreaterThan(layOut(loop).positions.get('hello')?.y ?? 0)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('lays no box on another in any journey (seed %i)', (seed) => {
    const pick = random(seed)
    let journey = welcome
    for (let step = 0; step < 40; step++) {
      const places = placesIn(journey)
      journey = insertAt(journey, places[pick(places.length)], STEP_KINDS[pick(STEP_KINDS.length)]).journey
      const open = placesIn(journey)
      if (pick(4) === 0) journey = connect(journey, open[1 + pick(open.length - 1)], journey.nodes[pick(journey.nodes.length)].id)
    }
    expect(overlaps(journey)).toEqual([])
  })

  it('takes two hundred nodes in a moment', () => {
    let journey = welcome
    for (let step = 0; step < 195; step++) journey = insertAt(journey, { node: 'hold', exit: 'next' }, STEP_KINDS[step % 9]).journey
    const before = performance.now()
    layOut(journey)
    expect(performance.now() - before).toBeLessThan(1_500)
  })

  it('stands back for places people chose, but not for a list in a line', () => {
    expect(arrangedBy(welcome)).toBeNull()
    expect(arrangedBy(drawable(plays[0].definition))).toBeNull()
    const moved = withPositions(welcome, new Map(welcome.nodes.map(({ id }, index) => [id, { x: index * 10, y: index }])))
    expect(arrangedBy(moved)?.get('hello')).toEqual({ x: 10, y: 1 })
  })
})
