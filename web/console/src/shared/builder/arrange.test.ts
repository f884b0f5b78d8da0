import { describe, expect, it } from 'vitest'
import { insertAfter, moved, neighbour, place, type Way } from './arrange'
import { newGroup, newTagRow, type Draft, type GroupDraft } from './draft'

/** A row that is known by its tag. */
const row = (name: string): Draft => ({ ...newTagRow(), id: name, tags: [name] })
const group = (id: string, ...children: Draft[]): GroupDraft => ({ ...newGroup(children, 'or'), id })
const shape = (draft: Draft): string => (draft.kind === 'group' ? `[${draft.children.map(shape).join(' ')}]` : draft.id)

const tree = () => group('root', row('a'), row('b'), group('g', row('c'), row('d')), row('e'))

describe('moving a condition', () => {
  it.each<[string, Way, string]>([
    ['b', 'up', '[b a [c d] e]'],
    ['a', 'up', '[a b [c d] e]'],
    ['b', 'down', '[a [c d] b e]'],
    ['e', 'down', '[a b [c d] e]'],
    ['c', 'up', '[a b c [d] e]'],
    ['d', 'down', '[a b [c] d e]'],
    ['c', 'out', '[a b [d] c e]'],
    ['a', 'out', '[a b [c d] e]'],
    ['b', 'in', '[a [b c d] e]'],
    ['e', 'in', '[a b [c d e]]'],
    ['a', 'in', '[[a] b [c d] e]'],
    ['g', 'up', '[a [c d] b e]'],
    ['g', 'down', '[a b e [c d]]'],
  ])('takes %s %s', (id, way, expected) => {
    expect(shape(moved(tree(), id, way))).toBe(expected)
  })

  it('removes a group with its last condition', () => {
    expect(shape(moved(group('root', row('a'), group('g', group('h', row('b')))), 'b', 'out'))).toBe('[a [b]]')
    expect(shape(place(group('root', row('a'), group('g', row('b'))), 'b', { parent: 'root', index: 0 }))).toBe('[b a]')
  })

  it('puts it where it is dropped', () => {
    expect(shape(place(tree(), 'a', { parent: 'g', index: 1 }))).toBe('[b [c a d] e]')
    expect(shape(place(tree(), 'e', { parent: 'root', index: 0 }))).toBe('[e a b [c d]]')
    expect(shape(place(tree(), 'a', { parent: 'root', index: 4 }))).toBe('[b [c d] e a]')
    expect(shape(place(tree(), 'a', { parent: 'root', index: 1 }))).toBe('[a b [c d] e]')
  })

  it('never puts a group into itself, nor groups deeper than they can be made', () => {
    const inItself = group('root', group('g', group('h', row('a'))))
    expect(place(inItself, 'g', { parent: 'h', index: 0 })).toBe(inItself)
    const deep = group('root', row('x'), group('1', group('2', group('3', row('a')))))
    expect(moved(deep, 'a', 'in')).toBe(deep)
    expect(shape(place(deep, 'x', { parent: '3', index: 0 }))).toBe('[[[[x a]]]]')
  })

  it('adds below, and knows who comes next when one is gone', () => {
    expect(shape(insertAfter(tree(), 'c', row('x')))).toBe('[a b [c x d] e]')
    expect(neighbour(tree(), 'a')).toBe('b')
    expect(neighbour(tree(), 'e')).toBe('g')
    expect(neighbour(group('root', group('g', row('a'))), 'a')).toBe('g')
    expect(neighbour(group('root', row('a')), 'a')).toBeNull()
  })
})
