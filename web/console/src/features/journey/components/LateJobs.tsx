import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Job } from '@/client'
import { listJobsOptions } from '@/client/@tanstack/react-query.gen'
import { pageOf } from '@/shared/api/pageOf'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { toneOf } from '@/shared/components/tones'
import { useFormat } from '@/shared/hooks/useFormat'
import { useJobWords } from '@/shared/hooks/useJobWords'
import { useText } from '@/shared/hooks/useLanguage'

const LATELY = 50

/** Of the last jobs those that wait, pause or failed. */
export function LateJobs() {
  const { t } = useTranslation()
  const path = useBrandPath()
  const format = useFormat()
  const text = useText()
  const words = useJobWords()
  const jobs = useQuery({ ...listJobsOptions({ query: { limit: LATELY } }), refetchInterval: 30_000 })
  return (
    <Panel flush title={t('health.jobs')} note={t('health.jobsNote', { n: LATELY })}>
      <Loaded query={jobs} rows={2}>
        {({ items }) => (
          <Table<Job>
            rowKey="id"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={items.filter(({ state }) => state === 'queued' || state === 'paused' || state === 'failed')}
            locale={{ emptyText: <EmptyState title={t('health.jobsNone')} /> }}
            columns={[
              { title: t('health.job'), render: (_, { title, link }) => (link ? <Link to={pageOf(link, path)}>{text(title)}</Link> : text(title)) },
              { title: t('common.state'), render: (_, { state }) => <StateTag tone={toneOf(state)}>{t(`jobs.state.${state}`)}</StateTag> },
              { title: t('health.why'), render: (_, job) => <span style={{ whiteSpace: 'normal' }}>{job.message ? text(job.message) : words(job)}</span> },
              { title: t('health.since'), render: (_, { startedAt, finishedAt }) => format.time(finishedAt ?? startedAt) },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  )
}
