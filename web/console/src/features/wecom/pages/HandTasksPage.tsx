import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { finishHandTask, type HandTask, type NewHandTaskResult } from '@/client'
import { listOpenHandTasksInfiniteOptions, listOpenHandTasksInfiniteQueryKey } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorQuery } from '@/shared/hooks/useCursorPages'
import { useCopy } from '@/shared/hooks/useCopy'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import styles from '@/shared/components/PhoneTasks.module.css'

const FILTERS = ['guide'] as const

type Result = NewHandTaskResult['result']

/** What a guide is to write in WeCom, on a phone: copy, send, say so. */
export function HandTasksPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const { filters } = useUrlFilters(FILTERS)
  const at = { path: { brand }, query: { limit: 50, ...(filters.guide && { guide: filters.guide }) } }
  const tasks = useCursorQuery<HandTask>(listOpenHandTasksInfiniteOptions(at), { refetchInterval: 30_000 })
  const list = tasks.data?.pages.flatMap(({ items }) => items)
  const count = list && `${format.exact(list.length)}${tasks.hasNextPage ? '+' : ''}`
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('wecomSend.hand.title')}
        headline={list && (list.length === 0 ? t('wecomSend.hand.headline_none') : t('wecomSend.hand.headline', { n: count }))}
      />
      <Loaded query={{ data: list, error: tasks.error, refetch: tasks.refetch }}>
        {(open) =>
          open.length === 0 ? (
            <EmptyState title={t('wecomSend.hand.empty')} text={t('wecomSend.hand.emptyText')} />
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
          {t('common.more')}
        </Button>
      )}
    </div>
  )
}

function Task({ task }: { task: HandTask }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const copy = useCopy()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const relist = () => queries.invalidateQueries({ queryKey: listOpenHandTasksInfiniteQueryKey({ path: { brand } }) })
  const finish = useMutation({
    mutationFn: (result: Result) => finishHandTask({ path: { brand, id: pathId(task.id) }, body: { result, note: null } }),
    onSuccess: () => {
      report.done(t('wecomSend.hand.told'))
      return relist()
    },
    onError: (error) => {
      report.refused(error)
      void relist()
    },
  })
  const post = task.kind === 'post'
  const others: Result[] = post ? ['declined', 'group-gone'] : ['declined', 'not-a-friend']
  const who = task.name ?? (post ? t('wecomSend.hand.group') : t('wecomSend.hand.anonymous', { no: task.customerNo }))

  return (
    <li className={styles.task} data-testid={`hand-task-${task.id}`}>
      <div className={styles.head}>
        <strong>{who}</strong>
        <StateTag tone="sun">{t('wecomSend.hand.due', { time: format.time(task.dueAt) })}</StateTag>
      </div>
      <p className="ww-muted ww-small">
        {post ? t('wecomSend.hand.toGroup') : t('wecomSend.hand.toCustomer')}
        {task.guideName ? ` · ${task.guideName}` : ''}
        {task.untold ? ` · ${t('wecomSend.hand.untold', { code: task.untold })}` : ''}
      </p>
      <p className={styles.words}>{task.words}</p>
      <Button size="large" onClick={() => void copy(task.words)}>
        {t('wecomSend.hand.copy')}
      </Button>
      <div className={styles.buttons}>
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map((result) => ({ key: result, label: t(`wecomSend.hand.${result}`) })),
            onClick: ({ key }) => finish.mutate(key as Result),
          }}
        >
          <Button size="large" type="text" disabled={finish.isPending}>
            {t('wecomSend.hand.other')}
          </Button>
        </Dropdown>
        <Button size="large" type="primary" className={styles.done} loading={finish.isPending} onClick={() => finish.mutate('sent')}>
          {t('wecomSend.hand.sent')}
        </Button>
      </div>
    </li>
  )
}
