import { useTranslation } from 'react-i18next'
import type { JourneyDefinition, JourneyFaultPlace, JourneyInWords, JourneyNodePosition } from '@/client'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { useReading } from '@/shared/hooks/useReading'
import { exitsOf, targetOf, TRIGGER } from '@/shared/journey/graph'
import { useStepWords } from '@/shared/journey/useStepWords'
import { flowNode, type Mark, type StepData, type StepNodeType } from '../api/flow'
import type { NodeNumbers } from '../api/numbers'
import { useConversion } from './useConversion'

/** What is known of a journey beside its definition. */
export interface Standing {
  faults: Map<string, JourneyFaultPlace[]>
  reading: JourneyInWords | null
  /** How many came to each node and where they went. */
  numbers: Map<string, NodeNumbers>
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
  const readAloud = useReading()
  const stepWords = useStepWords()
  const conversion = useConversion()
  const reading = standing?.reading
  const goal = journey.goal
  const parts: [string, StepData['kind'], string, string][] = [
    [TRIGGER, 'trigger', t('journey.canvas.trigger'), reading ? readAloud(reading.trigger) : t(`journeyStep.trigger.kinds.${journey.trigger.type}`)],
    ['@goal', 'goal', t('journey.canvas.goal'), !goal ? t('journey.canvas.noGoal') : reading ? readAloud(reading.goal) : t(`journeyStep.goal.${goal.type}`)],
    ['@rules', 'rules', t('journey.canvas.rules'), reading ? [...reading.exitRules, reading.reentry].map(readAloud).join(' · ') : t(`journeyStep.rules.reentries.${journey.reentry.rule}`)],
  ]
  const faultsOf = (id: string) => (standing?.faults.get(id) ?? NONE).map(({ detail }) => text(detail))

  const told = ({ numbers, goal: any }: StepData) => {
    if (!numbers || numbers.entered === 0) return []
    const share = any ? conversion(numbers) : null
    return [
      ...(['entered', 'inside', 'aside'] as const).filter((key) => numbers[key] > 0).map((key) => t(`journeyCount.${key}`, { n: format.exact(numbers[key]) })),
      share !== null && t('journeyCount.goal', { share }),
    ]
  }

  const box = (id: string, data: Omit<StepData, 'faults' | 'mark' | 'numbers' | 'goal'>): StepNodeType => {
    const full: StepData = { ...data, faults: faultsOf(id), mark: marks?.get(id) ?? null, numbers: standing?.numbers.get(id) ?? null, goal: goal !== null }
    const label = [
      data.words === data.title ? data.title : `${data.title}: ${data.words}`,
      ...told(full),
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
