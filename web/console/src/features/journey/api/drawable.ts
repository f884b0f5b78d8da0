import type { JourneyDefinition, JourneyNode } from '@/client'
import { emptyJourney } from '@/shared/journey/graph'

/** A draft as it can be drawn: drafts are kept right or wrong, and some parts may be missing. */
export function drawable(written: unknown): JourneyDefinition {
  const given = (typeof written === 'object' && written !== null ? written : {}) as Partial<JourneyDefinition>
  const empty = emptyJourney()
  return {
    trigger: given.trigger?.type ? given.trigger : empty.trigger,
    start: given.start ?? '',
    nodes: (given.nodes ?? []).filter((node) => node?.id && node.step?.type).map((node): JourneyNode => ({ ...node, exits: node.exits ?? {}, position: node.position ?? null })),
    goal: given.goal ?? null,
    exitRules: given.exitRules ?? [],
    reentry: { rule: given.reentry?.rule ?? 'never', days: given.reentry?.days ?? null, key: given.reentry?.key ?? null },
  }
}
