import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { cancelJob, type Job } from '@/client'
import { listJobsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { FlowBar } from '@/shared/components/FlowBar'
import { shareOf, useJobWords } from '@/shared/hooks/useJobWords'
import { useText } from '@/shared/hooks/useLanguage'
import { useReport } from '@/shared/hooks/useReport'
import { pageOf } from '@/shared/api/pageOf'
import styles from './JobList.module.css'

export function JobList({ jobs, onOpen }: { jobs: Job[]; onOpen: () => void }) {
  const { t } = useTranslation()
  const words = useJobWords()
  const text = useText()
  const path = useBrandPath()
  const report = useReport()
  const queries = useQueryClient()
  const stop = useMutation({
    mutationFn: (id: string) => cancelJob({ path: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: listJobsQueryKey({ query: { active: true } }) }),
    onError: report.refused,
  })
  if (jobs.length === 0) {
    return (
      <div className={styles.list}>
        <p>{t('jobs.none')}</p>
        <p className="ww-muted ww-small">{t('jobs.noneHint')}</p>
      </div>
    )
  }
  return (
    <ul className={styles.list}>
      {jobs.map((job) => (
        <li key={job.id}>
          <div className={styles.title}>
            <span>{text(job.title)}</span>
            <span className={styles.buttons}>
              {job.link && (
                <Link to={pageOf(job.link, path)} onClick={onOpen}>
                  {t('jobs.open')}
                </Link>
              )}
              <Button type="link" size="small" danger loading={stop.isPending} aria-label={`${t('jobs.cancel')}: ${job.title}`} onClick={() => stop.mutate(job.id)}>
                {t('jobs.cancel')}
              </Button>
            </span>
          </div>
          <FlowBar share={shareOf(job)} label={text(job.title)} tone={job.state === 'paused' ? 'sun' : 'water'} />
          <div className="ww-muted ww-small">
            {t(`jobs.state.${job.state}`)} · {words(job)}
          </div>
          {job.message && <div className="ww-muted ww-small">{text(job.message)}</div>}
        </li>
      ))}
    </ul>
  )
}
