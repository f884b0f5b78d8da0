import { describe, expect, it } from 'vitest'
import type { SourcePriorityView } from '@/client'
import { levelsOf, rowsOf, setOf } from './levels'

const view: SourcePriorityView = {
  general: [{ named: 'source', name: 'crm', level: 2 }],
  attributes: [],
  kinds: [
    { kind: 'http', level: 1 },
    { kind: 'wecom', level: 3 },
  ],
  sources: [
    { name: 'crm', kind: 'http' },
    { name: 'wecom', kind: 'wecom' },
  ],
}

describe('the levels of sources', () => {
  it('go to the server as they came', () => {
    expect(setOf(levelsOf([{ named: 'source', name: 'a:b', level: 4 }]))).toEqual([{ named: 'source', name: 'a:b', level: 4 }])
  })
  it('are the kind’s where a source has none', () => {
    const [, , crm, wecom] = rowsOf(view, undefined, { 'kind:wecom': 5 })
    expect(crm).toMatchObject({ name: 'crm', inherited: 1, from: 'asKind' })
    expect(wecom).toMatchObject({ name: 'wecom', inherited: 5, from: 'asKind' })
  })
  it('are those for all attributes where an attribute has none of its own', () => {
    const crm = rowsOf(view, 'city', {})[2]
    expect(crm).toMatchObject({ name: 'crm', inherited: 2, from: 'asAll' })
  })
})
