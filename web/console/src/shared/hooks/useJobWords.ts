import { useTranslation } from 'react-i18next'
import type { Job } from '@/client'
import { useFormat } from './useFormat'

/** How far a job has come, in words: "1,204 / 5,300 lines · about 2 min left". */
export function useJobWords() {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  return (job: Job): string => {
    const key = `jobs.units.${job.unit}`
    const unit = i18n.exists(key) ? (t as (key: string) => string)(key) : job.unit
    const done = format.exact(job.done)
    const amount = job.total == null ? t('jobs.some', { done, unit }) : t('jobs.of', { done, total: format.exact(job.total), unit })
    const left = job.state === 'running' && job.secondsLeft != null ? t('jobs.left', { time: format.duration(job.secondsLeft) }) : ''
    return [amount, left].filter(Boolean).join(' · ')
  }
}

export function shareOf(job: Pick<Job, 'done' | 'total'>): number | null {
  if (job.total == null) return null
  return job.total === 0 ? 1 : job.done / job.total
}
