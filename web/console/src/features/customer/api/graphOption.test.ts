import { expect, test } from 'vitest'
import type { IdentityView } from '@/client'
import { graphOption } from './graphOption'

const colours = { water: 'water', sun: 'sun', text: 'text', muted: 'muted', line: 'line', surface: 'surface' }

const view = {
  customer: 1,
  truncated: false,
  changes: [],
  identifiers: [
    { no: 1, kind: 'member_no', masked: 'M1', source: 's', firstSeenAt: '2026-03-01T00:00:00Z', customer: 1, shared: false },
    { no: 2, kind: 'phone', masked: '138****5678', source: 's', firstSeenAt: '2026-03-01T00:00:00Z', customer: 1, shared: false },
    { no: 3, kind: 'member_no', masked: 'M2', source: 's', firstSeenAt: '2026-03-01T00:00:00Z', customer: 3, shared: false },
  ],
  links: [
    { low: 1, high: 2, how: 'together', source: 's', firstAt: '2026-03-01T00:00:00Z', state: 'joins', cut: true },
    { low: 2, high: 3, how: 'together', source: 's', firstAt: '2026-03-01T00:00:00Z', state: 'contradicted', cut: false },
  ],
} as IdentityView

interface Series {
  data: { id: string; itemStyle: { color: string } }[]
  links: { source: string; lineStyle: { type: string } }[]
}

test('a link that does not hold is dashed, and whom it leads to is hollow', () => {
  const [series] = graphOption(view, ({ masked }) => masked, colours).series as [Series]
  expect(series.links.map(({ lineStyle }) => lineStyle.type)).toEqual(['solid', 'dashed'])
  expect(series.data.map(({ itemStyle }) => itemStyle.color)).toEqual(['water', 'water', 'surface'])
})
