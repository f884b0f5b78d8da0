import { useTranslation } from 'react-i18next'
import type { Problem } from '@/client'

/** A problem in the reader's language; what the server said stays beside it as the detail. */
export function useProblemWords() {
  const { t, i18n } = useTranslation()
  return (problem: Problem) => {
    const params = { example: '{{ customer.name | default: "…" }}', ...problem.params }
    const known = i18n.exists(`problem.titles.${problem.code}`)
    const advised = i18n.exists(`problem.advices.${problem.code}`)
    const dynamic = t as (key: string, options?: Record<string, unknown>) => string
    const byStatus = problem.status === 403 ? 'forbidden' : problem.status === 404 ? 'not-found' : 'unexpected'
    return {
      title: known ? dynamic(`problem.titles.${problem.code}`, params) : problem.title || dynamic(`problem.titles.${byStatus}`),
      advice: dynamic(`problem.advices.${advised ? problem.code : byStatus}`, params),
      detail: problem.detail && problem.status !== 403 ? problem.detail : undefined,
    }
  }
}
