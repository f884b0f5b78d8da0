import { useTranslation } from 'react-i18next'
import type { JourneyCounts, JourneyDefinition, JourneyFaultPlace, JourneyInWords, JourneyNodePosition } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { exitsOf, targetOf, TRIGGER } from '@/shared/journey/graph'
import { useStepWords } from '@/shared/journey/useStepWords'
import { flowNode, type Mark, type StepData, type StepNodeType } from '../api/flow'

/** What is known of a journey beside its definition. */
export interface Standing {
  faults: Map<string, JourneyFaultPlace[]>
  reading: JourneyInWords | null
  counts: JourneyCounts | undefined
}

const NONE: JourneyFaultPlace[] = []

/** The boxes of the canvas: who comes in, what it is for, who leaves early, and every step. */
export function useFlowNodes(
  journey: JourneyDefinition,
  at: Map<string, JourneyNodePosition>,
  selected: string | null,
  standing: Standing | undefined,
  marks: Map<string, Mark> | undefined,
): StepNodeType[] {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useText()
  const stepWords = useStepWords()
  const reading = standing?.reading
  const goal = journey.goal
  const parts: [string, StepData['kind'], string, string][] = [
    [TRIGGER, 'trigger', t('journey.canvas.trigger'), reading ? text(reading.trigger) : t(`journeyStep.trigger.kinds.${journey.trigger.type}`)],
    ['@goal', 'goal', t('journey.canvas.goal'), !goal ? t('journey.canvas.noGoal') : reading ? text(reading.goal) : t(`journeyStep.goal.${goal.type}`)],
    ['@rules', 'rules', t('journey.canvas.rules'), reading ? [...reading.exitRules, reading.reentry].map(text).join(' · ') : t(`journeyStep.rules.reentries.${journey.reentry.rule}`)],
  ]
  const faultsOf = (id: string) => (standing?.faults.get(id) ?? NONE).map(({ detail }) => text(detail))
  const here = (id: string, key: 'inside' | 'aside') => (standing?.counts?.nodes ?? []).reduce((sum, node) => (node.node === id ? sum + node[key] : sum), 0)

  const box = (id: string, data: Omit<StepData, 'faults' | 'mark' | 'inside' | 'aside'>): StepNodeType => {
    const full: StepData = { ...data, faults: faultsOf(id), mark: marks?.get(id) ?? null, inside: here(id, 'inside'), aside: here(id, 'aside') }
    const label = [
      data.words === data.title ? data.title : `${data.title}: ${data.words}`,
      full.inside > 0 && t('journey.canvas.inside', { n: format.exact(full.inside) }),
      full.aside > 0 && t('journey.canvas.aside', { n: format.exact(full.aside) }),
      ...full.faults,
    ]
    return flowNode(id, at.get(id), full, label.filter(Boolean).join(' · '), selected === id, id.startsWith('@'))
  }

  return [
    ...parts.map(([id, kind, title, words]) =>
      box(id, { kind, title, words, accepts: false, exits: id === TRIGGER ? [{ name: 'next', open: targetOf(journey, { node: TRIGGER, exit: 'next' }) === undefined }] : [] }),
    ),
    ...journey.nodes.map(({ id, step }) =>
      box(id, {
        kind: step.type,
        title: t(`journeyStep.kinds.${step.type}`),
        words: stepWords(step),
        accepts: true,
        exits: exitsOf(step).map((name) => ({ name, open: targetOf(journey, { node: id, exit: name }) === undefined })),
      }),
    ),
  ]
}
