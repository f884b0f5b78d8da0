import { Button, Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { useCursorPages } from '../hooks/useCursorPages'
import { ProblemView } from './ProblemView'
import styles from './CursorTable.module.css'

interface Props<T> extends Omit<TableProps<T>, 'dataSource' | 'pagination' | 'loading'> {
  pages: ReturnType<typeof useCursorPages<T>>
  empty: ReactNode
  summaryText?: ReactNode
}

/** A table over a cursor-paged list: previous and next, never a page count that would cost a scan. */
export function CursorTable<T extends object>({ pages, empty, summaryText, ...table }: Props<T>) {
  const { t } = useTranslation()
  const { result } = pages
  if (result.error && !result.data) {
    return <ProblemView error={result.error} onRetry={() => void result.refetch()} />
  }
  const paged = pages.hasNext || pages.hasPrevious
  return (
    <>
      <Table<T>
        size="middle"
        scroll={{ x: 'max-content' }}
        {...table}
        dataSource={pages.items}
        loading={result.isPending || result.isFetchingNextPage}
        pagination={false}
        locale={{ emptyText: result.isPending ? ' ' : empty }}
      />
      {(paged || summaryText) && (
        <footer className={styles.footer}>
          <span className={styles.summary}>{summaryText}</span>
          {paged && (
            <span className={styles.pager}>
              <Button size="small" disabled={!pages.hasPrevious} onClick={pages.previous}>
                {t('common.previous')}
              </Button>
              <span className="ww-number">{t('common.page', { number: pages.number })}</span>
              <Button size="small" disabled={!pages.hasNext} onClick={() => void pages.next()}>
                {t('common.next')}
              </Button>
            </span>
          )}
        </footer>
      )}
    </>
  )
}
