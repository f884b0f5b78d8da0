import type { UseQueryResult } from '@tanstack/react-query'
import { Button, DotLoading, ErrorBlock } from 'antd-mobile'
import type { ReactNode } from 'react'
import { problemWords } from './problem'
import { useWords } from '@/words/words'

/** What was asked for, or that it is on its way, or why it is not there. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T, unknown>; children: (data: T) => ReactNode }) {
  const words = useWords()
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) {
    return (
      <ErrorBlock status="default" title={problemWords(query.error)} description="" className="block">
        <Button color="primary" size="small" onClick={() => void query.refetch()}>
          {words('retry')}
        </Button>
      </ErrorBlock>
    )
  }
  return (
    <div className="waiting" role="status">
      <DotLoading color="primary" />
    </div>
  )
}
