import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { getJob, type Job } from '@/client'
import { useQueryClient } from '@tanstack/react-query'
import { useText } from '@/shared/hooks/useLanguage'

/** Tells the person when a job that was running is so no longer, wherever they are by then. */
export function useFinishedJobs(active: Job[] | undefined) {
  const seen = useRef(new Map<string, Job>())
  const { notification } = App.useApp()
  const { t } = useTranslation()
  const text = useText()
  const queries = useQueryClient()

  useEffect(() => {
    if (!active) return
    const running = new Set(active.map((job) => job.id))
    const gone = [...seen.current.values()].filter((job) => !running.has(job.id))
    seen.current = new Map(active.map((job) => [job.id, job]))
    for (const job of gone) {
      void getJob({ path: { id: job.id } })
        .then(({ data }) => {
          const say = { done: notification.success, failed: notification.error, cancelled: notification.info }
          const words = { done: 'jobs.finished', failed: 'jobs.failed', cancelled: 'jobs.stopped' } as const
          if (data.state !== 'done' && data.state !== 'failed' && data.state !== 'cancelled') return
          say[data.state]({ title: t(words[data.state], { title: text(data.title) }), description: text(data.message) || undefined })
          void queries.invalidateQueries()
        })
        .catch(() => undefined)
    }
  }, [active, notification, queries, t, text])
}
