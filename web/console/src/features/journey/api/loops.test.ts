import { describe, expect, it } from 'vitest'
import type { JourneyDefinition } from '@/client'
import { placed } from './flow'
import { HEIGHT, WIDTH } from './layout'
import { loopPath, loopsAround } from './loops'

const delay = { type: 'delay' as const, span: { amount: 1, unit: 'days' as const } }
const node = (id: string, exits: Record<string, string>) => ({ id, step: Object.keys(exits).length > 1 ? { type: 'split' as const, arms: Object.keys(exits).map((exit) => ({ exit, weight: 1 })) } : delay, exits, position: null })

/** A wide graph of which two branches come back to the top. */
const wide: JourneyDefinition = {
  trigger: { type: 'request' },
  start: 'top',
  nodes: [node('top', { next: 'fork' }), node('fork', { a: 'a', b: 'b', c: 'c', d: 'd' }), node('a', { next: 'top' }), node('b', { next: 'end' }), node('c', { next: 'end' }), node('d', { next: 'fork' }), { id: 'end', step: { type: 'exit' }, exits: {}, position: null }],
  goal: null,
  exitRules: [],
  reentry: { rule: 'never', days: null, key: null },
}

describe('loops', () => {
  const { at, lanes } = placed(wide)
  const around = loopsAround(wide, at, lanes)
  it('go up beside every box that stands between their ends, each on a way of its own', () => {
    expect([...around.keys()].sort()).toEqual(['a/next', 'd/next'])
    for (const [id, x] of around) {
      const [from, to] = [at.get(id.split('/')[0]), at.get(wide.nodes.find((one) => one.id === id.split('/')[0])?.exits.next ?? '')]
      for (const { id: other } of wide.nodes) {
        const box = at.get(other)
        if (!box || !from || !to || Number(box.y) < Number(to.y) || Number(box.y) > Number(from.y)) continue
        expect([id, other, x < Number(box.x) - 10 || x > Number(box.x) + WIDTH + 10]).toEqual([id, other, true])
      }
    }
    expect(new Set(around.values()).size).toBe(around.size)
  })
  it('go on the side that is nearer', () => {
    const middle = Number(at.get('fork')?.x) + WIDTH / 2
    expect((around.get('a/next') ?? 0) < middle).toBe(Number(at.get('a')?.x) < Number(at.get('d')?.x))
  })
  it('leave below and come back from above', () => {
    expect(loopPath({ x: 100, y: 300 + HEIGHT }, { x: 100, y: 0 }, 260)).toMatch(/^M 100 404 L 100 422 Q 100 432, 110 432 L 250 432 .* L 100 0$/)
  })
})
