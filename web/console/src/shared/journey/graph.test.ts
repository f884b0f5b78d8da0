import { describe, expect, it } from 'vitest'
import { welcome } from '@mock/data/journeys'
import { connect, emptyJourney, exitsOf, insertAt, newStep, nodeOf, placeAfter, placesIn, STEP_KINDS, targetOf, TRIGGER, walk, withoutNode, withStep } from './graph'

const ids = (nodes: { id: string }[]) => nodes.map(({ id }) => id)

describe('a journey’s graph', () => {
  it('is walked in the order one comes to its nodes, what no way leads to last', () => {
    const loose = { ...welcome, nodes: [{ id: 'lost', step: newStep('delay'), exits: {}, position: null }, ...welcome.nodes] }
    expect(ids(walk(loose))).toEqual(['hold', 'hello', 'buy', 'end', 'call', 'lost'])
  })

  it('survives a loop', () => {
    const loop = connect(welcome, { node: 'call', exit: 'overdue' }, 'hello')
    expect(ids(walk(loop))).toHaveLength(5)
  })

  it.each(STEP_KINDS)('takes a new %s into a way, and all its ways lead on', (kind) => {
    const { journey, id } = insertAt(welcome, { node: 'hold', exit: 'next' }, kind)
    expect(targetOf(journey, { node: 'hold', exit: 'next' })).toBe(id)
    const node = nodeOf(journey, id)
    expect(Object.keys(node?.exits ?? {}).sort()).toEqual(exitsOf(newStep(kind)).sort())
    expect(Object.values(node?.exits ?? {}).every((target) => target === 'hello')).toBe(true)
  })

  it('puts a step before the first node when who comes in is chosen', () => {
    const { journey, id } = insertAt(emptyJourney(), placeAfter(emptyJourney(), TRIGGER), 'message')
    expect(journey.start).toBe(id)
    expect(nodeOf(journey, id)?.exits).toEqual({ sent: 'end', notSent: 'end' })
  })

  it('puts a step where a way is open, else before the end', () => {
    expect(placeAfter(welcome, null)).toEqual({ node: 'call', exit: 'overdue' })
    const open = connect(welcome, { node: 'buy', exit: 'timeout' }, null)
    expect(placeAfter(open, null)).toEqual({ node: 'buy', exit: 'timeout' })
    expect(placeAfter(open, 'buy')).toEqual({ node: 'buy', exit: 'timeout' })
    expect(targetOf(welcome, placeAfter(welcome, 'end'))).toBe('end')
  })

  it('heals where a node is taken out', () => {
    const without = withoutNode(welcome, 'hello')
    expect(targetOf(without, { node: 'hold', exit: 'next' })).toBe('buy')
    expect(withoutNode(welcome, 'hold').start).toBe('hello')
    expect(placesIn(withoutNode(welcome, 'end')).filter((place) => targetOf(withoutNode(welcome, 'end'), place) === undefined)).toHaveLength(3)
  })

  it('keeps where a way leads when it gets another name', () => {
    const { journey, id } = insertAt(welcome, { node: 'hold', exit: 'next' }, 'split')
    const renamed = withStep(journey, id, { type: 'split', arms: [{ exit: 'warm', weight: 1 }, { exit: 'B', weight: 1 }] })
    expect(nodeOf(renamed, id)?.exits).toEqual({ warm: 'hello', B: 'hello' })
  })

  it('drops what led out of a way that is gone', () => {
    const { journey, id } = insertAt(welcome, { node: 'hold', exit: 'next' }, 'branch')
    const fewer = withStep(journey, id, { type: 'split', arms: [{ exit: 'a', weight: 1 }, { exit: 'b', weight: 1 }, { exit: 'c', weight: 1 }] })
    expect(nodeOf(fewer, id)?.exits).toEqual({})
  })

  it('never gives two nodes one id', () => {
    const one = insertAt(welcome, { node: 'hold', exit: 'next' }, 'delay').journey
    const two = insertAt(one, { node: 'hold', exit: 'next' }, 'delay').journey
    expect(new Set(ids(two.nodes)).size).toBe(two.nodes.length)
  })
})
