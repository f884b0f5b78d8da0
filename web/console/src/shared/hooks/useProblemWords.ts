import { useTranslation } from 'react-i18next'
import type { Problem } from '@/client'

/** A problem in the reader's language: a title, and the server's own words or else our advice. */
export function useProblemWords() {
  const { t, i18n } = useTranslation()
  const dynamic = t as (key: string, options?: Record<string, unknown>) => string
  return (problem: Problem): { title: string; text: string } => {
    const byStatus = problem.status === 403 ? 'forbidden' : problem.status === 404 ? 'not-found' : 'unexpected'
    const named = (place: string) => (i18n.exists(`problem.${place}.${problem.code}`) ? problem.code : byStatus)
    return {
      title: dynamic(`problem.titles.${named('titles')}`),
      text: problem.detail || dynamic(`problem.advices.${named('advices')}`, problem.params),
    }
  }
}
