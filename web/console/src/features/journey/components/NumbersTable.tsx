import { useTranslation } from 'react-i18next'
import { Defined } from '@/shared/components/Definition'
import { useFormat } from '@/shared/hooks/useFormat'
import { useExitWords } from '@/shared/journey/useStepWords'
import { FEW, type NodeNumbers } from '../api/numbers'
import { useConversion } from './useConversion'
import styles from './NodeFigures.module.css'

type Term = 'entered' | 'inside' | 'passed' | 'aside' | 'left' | 'goal'

/** Every number of a step, each with what it means: what came in is what is below it, together. */
export function NumbersTable({ numbers, exits, goal }: { numbers: NodeNumbers | undefined; exits: string[]; goal: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const exitWords = useExitWords()
  const share = useConversion()
  if (!numbers) return null
  const named = (term: Term) => <Defined meaning={{ definition: t(`journeyCount.meaning.${term}`) }}>{t(`journeyCount.terms.${term}`)}</Defined>
  // A way that the step no longer has was taken in an earlier version.
  const ways = [...new Set([...exits, ...Object.keys(numbers.passed)])]
  const went = Object.values(numbers.passed).reduce((sum, n) => sum + n, 0)
  const row = (term: Term, n: number) => (
    <tr>
      <th scope="row">{named(term)}</th>
      <td>{format.exact(n)}</td>
    </tr>
  )
  return (
    <table className={styles.table} aria-label={t('journeyCount.title')} data-testid="step-numbers">
      <tbody>
        {row('entered', numbers.entered)}
        {row('inside', numbers.inside)}
        {ways.length > 0 && row('passed', went)}
        {ways.length > 1 &&
          ways.map((exit) => (
            <tr key={exit} className={styles.way}>
              <th scope="row">{exitWords(exit)}</th>
              <td>{format.exact(numbers.passed[exit] ?? 0)}</td>
            </tr>
          ))}
        {row('left', numbers.left)}
        {row('aside', numbers.aside)}
        {goal && (
          <tr>
            <th scope="row">{named('goal')}</th>
            <td>
              {numbers.people < FEW
                ? share(numbers)
                : t('journeyCount.share', { rate: share(numbers), n: format.exact(numbers.converted), of: format.exact(numbers.people) })}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
