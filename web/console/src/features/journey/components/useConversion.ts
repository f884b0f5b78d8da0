import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/hooks/useFormat'
import { FEW, type NodeNumbers } from '../api/numbers'

/** The share of those who came that met the goal; of few people, their number. Null where nobody came. */
export function useConversion(): (numbers: NodeNumbers) => string | null {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ people, converted }) =>
    people === 0 ? null : people < FEW ? t('journeyCount.few', { n: format.exact(converted), of: format.exact(people) }) : format.rate(converted / people)
}
