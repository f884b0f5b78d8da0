import { useTranslation } from 'react-i18next'
import type { CustomerRun, JourneyDefinition } from '@/client'
import { StateTag, type Tone } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { useReason } from '@/shared/hooks/useReason'
import { nodeOf } from './graph'
import { useExitWords, useStepWords } from './useStepWords'
import styles from './RunPath.module.css'

const TONES: Record<CustomerRun['state'], Tone> = { waiting: 'water', aside: 'bad', ended: 'calm' }
const WHY = ['time', 'event', 'message', 'task', 'gift', 'control', 'nothing'] as const
type Why = (typeof WHY)[number]

/** One customer's way through a journey: each step with its time, where they are, and why they wait. */
export function RunPath({ run, definition }: { run: CustomerRun; definition: JourneyDefinition | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useText()
  const words = useStepWords()
  const exitWords = useExitWords()
  const reasoned = useReason()
  const named = (id: string) => {
    const step = definition && nodeOf(definition, id)?.step
    return step ? words(step) : definition ? `${id} ${t('journeyOutcome.path.gone')}` : id
  }
  const why = WHY.includes(run.waiting as Why) ? t(`journeyOutcome.path.why.${run.waiting as Why}`) : run.waiting
  return (
    <div data-testid="run-path">
      <p>
        {t('journeyOutcome.path.run', { time: format.time(run.enteredAt), version: run.version })} <StateTag tone={TONES[run.state]}>{t(`journeyOutcome.path.states.${run.state}`)}</StateTag>
        {run.control && <StateTag tone="sun">{t('journeyOutcome.path.control')}</StateTag>}
      </p>
      <ol className={styles.path}>
        {run.path.map(({ node, exit, at, note }, index) => (
          <li key={index}>
            <span className="ww-muted ww-small ww-number">{format.time(at)}</span> {named(node)}
            {exit && exit !== 'next' && <strong> → {exitWords(exit)}</strong>}
            {note && <span className="ww-muted ww-small"> {reasoned(note)}</span>}
          </li>
        ))}
        {run.state !== 'ended' && (
          <li className={styles.here}>
            {t('journeyOutcome.path.here', { words: named(run.node) })} · {run.aside ?? why}
            {run.dueAt && ` · ${t('journeyOutcome.path.until', { time: format.time(run.dueAt) })}`}
          </li>
        )}
        {run.goalAt && <li className={styles.goal}>{t('journeyOutcome.path.goal', { time: format.time(run.goalAt) })}</li>}
        {run.endedAt && <li>{t('journeyOutcome.path.ended', { time: format.time(run.endedAt), why: text(run.ended) })}</li>}
      </ol>
    </div>
  )
}
