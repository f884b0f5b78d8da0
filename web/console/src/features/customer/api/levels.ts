import type { SourceLevel, SourcePriorityView } from '@/client'

export type Levels = Record<string, number>

export const keyOf = (named: SourceLevel['named'], name: string) => `${named}:${name}`

export function levelsOf(set: SourceLevel[]): Levels {
  return Object.fromEntries(set.map(({ named, name, level }) => [keyOf(named, name), level]))
}

export function setOf(levels: Levels): SourceLevel[] {
  return Object.entries(levels).map(([key, level]) => {
    const colon = key.indexOf(':')
    return { named: key.slice(0, colon) as SourceLevel['named'], name: key.slice(colon + 1), level }
  })
}

/** What is set for one attribute, or for all. */
export function setFor(view: SourcePriorityView, attribute: string | undefined): SourceLevel[] {
  return attribute ? (view.attributes.find((one) => one.attribute === attribute)?.levels ?? []) : view.general
}

export interface Row {
  key: string
  name: string
  kind: SourcePriorityView['kinds'][number]['kind']
  single: boolean
  /** The level it has while nothing is set here, and where that comes from. */
  inherited: number
  from: 'standard' | 'asKind' | 'asAll'
}

/** Every kind and every source, with the level each has without one of its own in this place. */
export function rowsOf(view: SourcePriorityView, attribute: string | undefined, draft: Levels): Row[] {
  const general = attribute ? levelsOf(view.general) : {}
  const standard = Object.fromEntries(view.kinds.map(({ kind, level }) => [kind, level])) as Record<string, number>
  const ofKind = (kind: string) => general[keyOf('kind', kind)] ?? standard[kind]
  const kinds: Row[] = view.kinds.map(({ kind }) => ({
    key: keyOf('kind', kind),
    name: kind,
    kind,
    single: false,
    inherited: ofKind(kind),
    from: attribute ? 'asAll' : 'standard',
  }))
  const sources: Row[] = view.sources.map(({ name, kind }) => {
    const key = keyOf('source', name)
    const here = draft[keyOf('kind', kind)]
    return here !== undefined
      ? { key, name, kind, single: true, inherited: here, from: 'asKind' }
      : { key, name, kind, single: true, inherited: general[key] ?? ofKind(kind), from: attribute ? 'asAll' : 'asKind' }
  })
  return [...kinds, ...sources]
}
