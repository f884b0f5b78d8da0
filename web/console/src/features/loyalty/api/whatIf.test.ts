import { describe, expect, it } from 'vitest'
import { answer } from '@mock/data/whatIf'
import { columnsOf, moved, moverRows, tierPairs } from './whatIf'

describe('the answer of a what-if', () => {
  it('is a matrix of today’s tiers by the draft’s', () => {
    expect(columnsOf(answer)).toEqual(['member', 'silver', 'gold'])
    const rows = moverRows(answer)
    expect(rows.map(({ from }) => from)).toEqual(['member', 'silver'])
    expect(rows[1].cells.map(({ move }) => move?.members ?? null)).toEqual([3, 4_985, 12])
  })

  it('has a row for nobody’s tier only where there is one', () => {
    const untiered = { ...answer, today: { ...answer.today, tiers: [] }, moves: [{ from: null, to: 'gold', way: 'up' as const, members: 5 }] }
    expect(moverRows(untiered).map(({ from }) => from)).toEqual([null])
    expect(columnsOf(untiered)).not.toContain(null)
  })

  it('sums who stands higher and lower', () => {
    expect(moved(answer, 'up')).toBe(27)
    expect(moved(answer, 'down')).toBe(3)
  })

  it('puts tiers with the same id beside each other, new ones at the end', () => {
    expect(tierPairs(answer).map(({ id, today, draft }) => [id, today, draft])).toEqual([
      ['member', 20_000, 19_988],
      ['silver', 5_000, 5_000],
      ['gold', null, 12],
    ])
  })
})
