import type { JourneyCounts } from '@/client'

/** How many came to a node, where they are and where they went, over one version or all. */
export interface NodeNumbers {
  entered: number
  inside: number
  aside: number
  left: number
  /** By exit. */
  passed: Record<string, number>
  people: number
  converted: number
}

/** Fewer make no rate. */
export const FEW = 30

const NONE: NodeNumbers = { entered: 0, inside: 0, aside: 0, left: 0, passed: {}, people: 0, converted: 0 }

/** The numbers of every node somebody came to; of all versions together when none is named. */
export function numbersOf(counts: JourneyCounts | undefined, version: number | null): Map<string, NodeNumbers> {
  const numbers = new Map<string, NodeNumbers>()
  for (const { version: of, node, ...one } of counts?.nodes ?? []) {
    if (version !== null && of !== version) continue
    const sum = numbers.get(node) ?? NONE
    const passed = { ...sum.passed }
    for (const [exit, n] of Object.entries(one.passed)) passed[exit] = (passed[exit] ?? 0) + n
    numbers.set(node, {
      entered: sum.entered + one.entered,
      inside: sum.inside + one.inside,
      aside: sum.aside + one.aside,
      left: sum.left + one.left,
      passed,
      people: sum.people + one.people,
      converted: sum.converted + one.converted,
    })
  }
  return numbers
}

/** The versions somebody ever came in by. */
export function versionsIn(counts: JourneyCounts | undefined): number[] {
  return [...new Set((counts?.nodes ?? []).map(({ version }) => version))]
}
