import { describe, expect, it } from 'vitest'
import { newAttributeRow, newEventsRow, newGroup, newOrdersRow } from './draft'
import { isUnfinished, keptOf, revived } from './unfinished'

describe('a condition that is not complete', () => {
  it('keeps what was typed through JSON, and every node can be pointed at', () => {
    const draft = newGroup([{ ...newAttributeRow(), attribute: 'city' }, newEventsRow()], 'or')
    const kept = JSON.parse(JSON.stringify(keptOf(draft))) as ReturnType<typeof keptOf>
    expect(isUnfinished(kept)).toBe(true)
    if (!isUnfinished(kept)) return
    const again = revived(kept)
    const withoutIds = (value: unknown) => JSON.stringify(value, (key, inner: unknown) => (key === 'id' ? undefined : inner))
    expect(withoutIds(again)).toBe(withoutIds(draft))
    expect(again.children.map(({ id }) => id)).not.toEqual(draft.children.map(({ id }) => id))
  })
  it('is the condition once it is complete', () => {
    expect(keptOf(newGroup([newOrdersRow()]))).toMatchObject({ type: 'and' })
    expect(isUnfinished(null)).toBe(false)
  })
  it('leaves out what nobody knows', () => {
    const odd = { ...newGroup(), children: [{ kind: 'odd' }, newOrdersRow()] } as never
    expect(revived({ type: 'unfinished', draft: odd }).children.map(({ kind }) => kind)).toEqual(['orders'])
    expect(revived({ type: 'unfinished', draft: null as never }).children).toEqual([])
  })
})
