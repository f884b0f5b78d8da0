import { describe, expect, it } from 'vitest'
import { lineChanges } from './lineChanges'

describe('the lines of two versions side by side', () => {
  const told = (before: string[], now: string[]) => lineChanges(before, now).map(({ text, change }) => `${{ kept: ' ', added: '+', removed: '-' }[change]}${text}`)

  it('marks what came and what went, where it stands', () => {
    expect(told(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([' a', '-b', '+x', ' c', '+d'])
  })

  it('marks nothing when nothing changed', () => {
    expect(told(['a', 'b'], ['a', 'b'])).toEqual([' a', ' b'])
  })

  it('knows beginnings from nothing and ends in nothing', () => {
    expect(told([], ['a'])).toEqual(['+a'])
    expect(told(['a', 'a'], ['a'])).toEqual([expect.stringMatching(/^[- ]a$/), expect.stringMatching(/^[- ]a$/)])
    expect(lineChanges(['a', 'a'], ['a']).filter(({ change }) => change === 'removed')).toHaveLength(1)
  })
})
