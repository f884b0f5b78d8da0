import type { JourneyDefinition, JourneyFaultPlace } from '@/client'

/** The parts of a journey that are filled in beside its nodes. */
export type Part = '@trigger' | '@goal' | '@rules'

const PARTS: Record<string, Part> = { trigger: '@trigger', start: '@trigger', goal: '@goal', exitRules: '@rules', reentry: '@rules' }

/** Where a fault belongs: the id of a node, a part, or null for the journey as a whole. */
export function ownerOf({ pointer }: JourneyFaultPlace, asked: JourneyDefinition): string | null {
  const [, , part, index] = pointer.split('/')
  if (part === 'nodes') return asked.nodes[Number(index)]?.id ?? null
  return PARTS[part] ?? null
}

/** What is wrong, by node or part. The indices are those of the definition that was asked about. */
export function faultsByOwner(faults: JourneyFaultPlace[], asked: JourneyDefinition): Map<string, JourneyFaultPlace[]> {
  const owned = new Map<string, JourneyFaultPlace[]>()
  for (const fault of faults) {
    const owner = ownerOf(fault, asked) ?? ''
    owned.set(owner, [...(owned.get(owner) ?? []), fault])
  }
  return owned
}
