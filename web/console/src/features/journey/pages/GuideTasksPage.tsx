import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { finishGuideTask, type GuideTask } from '@/client'
import { listGuideTasksInfiniteOptions, listGuideTasksInfiniteQueryKey } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorQuery } from '@/shared/hooks/useCursorPages'
import { useCopy } from '@/shared/hooks/useCopy'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { useLate } from '../api/useLate'
import styles from '@/shared/components/PhoneTasks.module.css'

/** What a guide is asked to do, on a phone: the most urgent first, done with one thumb. */
export function GuideTasksPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { role } = usePerson()
  const path = useBrandPath()
  const format = useFormat()
  const at = { path: { brand }, query: { limit: 50 } }
  const tasks = useCursorQuery<GuideTask>(listGuideTasksInfiniteOptions(at), { refetchInterval: 30_000 })
  const list = tasks.data?.pages.flatMap(({ items }) => items)
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('guideTask.title')}
        actions={
          role !== 'guide' && (
            <Link to={path('/tasks/team')}>
              <Button>{t('guideTask.team.link')}</Button>
            </Link>
          )
        }
        headline={list && (list.length === 0 ? t('guideTask.headline_none') : t('guideTask.headline', { n: `${format.exact(list.length)}${tasks.hasNextPage ? '+' : ''}` }))}
      />
      <Loaded query={{ data: list, error: tasks.error, refetch: tasks.refetch }}>
        {(open) =>
          open.length === 0 ? (
            <EmptyState title={t('guideTask.empty')} text={t('guideTask.emptyText')} />
          ) : (
            <ul className={styles.tasks}>
              {open.map((task) => (
                <Task key={task.id} task={task} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {tasks.hasNextPage && (
        <Button block size="large" loading={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
          {t('guideTask.more')}
        </Button>
      )}
    </div>
  )
}

function Task({ task }: { task: GuideTask }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { role } = usePerson()
  const copy = useCopy()
  const path = useBrandPath()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const relist = () => queries.invalidateQueries({ queryKey: listGuideTasksInfiniteQueryKey({ path: { brand }, query: { limit: 50 } }) })
  const done = useMutation({
    mutationFn: () => finishGuideTask({ path: { brand, id: pathId(task.id) } }),
    onSuccess: () => {
      report.done(t('guideTask.doneSaid'))
      return relist()
    },
    onError: (error) => {
      report.refused(error)
      void relist()
    },
  })
  const late = useLate(task.dueAt)
  const who = task.customer ?? t('guideTask.anonymous', { no: task.customerNo })

  return (
    <li className={styles.task} data-testid={`task-${task.id}`}>
      <div className={styles.head}>
        <strong>{who}</strong>
        <StateTag tone={late ? 'bad' : 'sun'}>{late ? t('guideTask.late') : t('guideTask.due', { time: format.time(task.dueAt) })}</StateTag>
      </div>
      <h2 className={styles.title}>{task.title}</h2>
      <p className="ww-muted ww-small">{t('guideTask.why', { name: task.journeyName })}</p>
      {task.words && (
        <>
          <p className={styles.words}>{task.words}</p>
          <Button size="large" onClick={() => void copy(task.words)}>
            {t('guideTask.copy')}
          </Button>
        </>
      )}
      <div className={styles.buttons}>
        {role !== 'guide' && (
          <Link to={path(`/customers/${task.customerNo}`)}>
            <Button size="large" type="text">
              {t('guideTask.customer')}
            </Button>
          </Link>
        )}
        <Button size="large" type="primary" className={styles.done} loading={done.isPending} onClick={() => done.mutate()}>
          {t('guideTask.done')}
        </Button>
      </div>
    </li>
  )
}
