import type { JourneyDefinition, JourneyNode } from '@/client'
import { emptyJourney, newStep, STEP_KINDS } from '@/shared/journey/graph'

/** A draft as it can be drawn: drafts are kept right or wrong, and some parts may be missing. */
export function drawable(written: unknown): JourneyDefinition {
  const given = (typeof written === 'object' && written !== null ? written : {}) as Partial<JourneyDefinition>
  const empty = emptyJourney()
  return {
    trigger: given.trigger?.type ? given.trigger : empty.trigger,
    start: given.start ?? '',
    nodes: (given.nodes ?? []).flatMap(drawableNode),
    goal: given.goal ?? null,
    exitRules: given.exitRules ?? [],
    reentry: { rule: given.reentry?.rule ?? 'never', days: given.reentry?.days ?? null, key: given.reentry?.key ?? null },
  }
}

/** A step without one of its fields is drawn as a new one has it; what is no step is left out. */
function drawableNode(node: JourneyNode | null): JourneyNode[] {
  if (!node?.id || !STEP_KINDS.includes(node.step?.type)) return []
  return [{ ...node, step: { ...newStep(node.step.type), ...node.step } as JourneyNode['step'], exits: node.exits ?? {}, position: node.position ?? null }]
}
