import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { counts, versions, welcome } from '@mock/data/journeys'
import { withPositions } from '@/shared/journey/graph'
import { differenceOf, differs } from './diff'
import { drawable } from './drawable'
import { faultsByOwner } from './faults'
import { pathThrough, placeOfEdge } from './flow'
import { actionsIn } from './state'
import { useHistory } from './useHistory'
import { verdictOf } from './verdict'

const detail = { zh: '错', en: 'wrong' }

describe('the difference of two versions', () => {
  it('names the nodes that came, went and changed, and the ways that lead elsewhere', () => {
    const [now, before] = versions
    const { nodes, parts } = differenceOf(before.definition, now.definition)
    expect(nodes.map(({ change, now: node, before: was, exits }) => [change, (node ?? was)?.id, exits])).toEqual([
      ['added', 'hold', []],
      ['changed', 'buy', ['timeout']],
      ['added', 'call', []],
      ['removed', 'again', []],
    ])
    expect(parts).toEqual(['start'])
  })
  it('is none where only boxes were moved, or a field that was missing is null', () => {
    expect(differs(welcome, withPositions(welcome, new Map([['hello', { x: 1, y: 2 }]])))).toBe(false)
    const { trigger, start, nodes, exitRules, reentry } = welcome
    expect(differs({ ...welcome, goal: null }, { trigger, start, nodes, exitRules, reentry } as never)).toBe(false)
  })
})

describe('faults', () => {
  it('belong to the node or part they point into', () => {
    const at = (pointer: string) => ({ pointer, code: 'x', detail })
    const owned = faultsByOwner(['/definition/nodes/1/step/template', '/definition/nodes/1/exits', '/definition/goal/event', '/definition/reentry/key', '/definition/start', '/definition'].map(at), welcome)
    expect([...owned].map(([owner, { length }]) => [owner, length])).toEqual([['hello', 2], ['@goal', 1], ['@rules', 1], ['@trigger', 1], ['', 1]])
  })
})

describe('undo', () => {
  it('takes back what was typed into one field at once, and gives it again', () => {
    const { result } = renderHook(() => useHistory('a'))
    act(() => result.current.edit('ab', 'title'))
    act(() => result.current.edit('abc', 'title'))
    act(() => result.current.edit('abc!', 'other'))
    act(() => result.current.undo())
    expect(result.current.now).toBe('abc')
    act(() => result.current.undo())
    expect(result.current.now).toBe('a')
    expect(result.current.mayUndo).toBe(false)
    act(() => result.current.redo())
    act(() => result.current.redo())
    expect(result.current.now).toBe('abc!')
  })
  it('starts a new change after an undo, and forgets what was undone', () => {
    const { result } = renderHook(() => useHistory('a'))
    act(() => result.current.edit('b', 'f'))
    act(() => result.current.undo())
    act(() => result.current.edit('c', 'f'))
    expect(result.current.mayRedo).toBe(false)
    act(() => result.current.undo())
    expect(result.current.now).toBe('a')
  })
})

describe('the verdict', () => {
  it.each([
    ['shown', { low: 0.01, high: 0.1, difference: 0.05, shown: true }],
    ['harm', { low: -0.1, high: -0.01, difference: -0.05, shown: true }],
    ['unsure', { low: -0.02, high: 0.1, difference: 0.04, shown: false }],
    ['unsure', { low: -0.02, high: 0.1, difference: 0.04, shown: true }],
  ])('is %s for %o', (verdict, interval) => {
    expect(verdictOf(welcome, { ...counts, uplift: { treated: 0.2, control: 0.15, ...interval } })).toBe(verdict)
  })
  it('says what is missing before it says anything of effects', () => {
    expect(verdictOf({ ...welcome, goal: null }, counts)).toBe('noGoal')
    expect(verdictOf(welcome, { ...counts, uplift: null })).toBe('noControl')
    expect(verdictOf(welcome, { ...counts, entered: 0 })).toBe('none')
  })
})

describe('small things', () => {
  it('let a paused journey be resumed but not published', () => {
    expect(actionsIn('paused')).toEqual(['stop', 'resume'])
  })
  it('draw whatever a draft has, right or wrong', () => {
    expect(drawable(null).nodes).toEqual([])
    expect(drawable({ nodes: [{ id: 'a', step: { type: 'delay', span: {} } }, { id: '' }, null] }).nodes.map(({ id, exits }) => [id, exits])).toEqual([['a', {}]])
  })
  it('know a way by its edge, and draw it upright', () => {
    expect(placeOfEdge('hello/notSent')).toEqual({ node: 'hello', exit: 'notSent' })
    expect(pathThrough([{ x: 0, y: 0 }, { x: 10, y: 100 }])).toBe('M 0 0 C 0 50, 10 50, 10 100')
  })
})
