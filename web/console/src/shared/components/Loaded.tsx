import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ProblemView } from './ProblemView'

interface Query<T> {
  data: T | undefined
  error: unknown
  refetch: () => unknown
}

interface Props<T> {
  query: Query<T>
  rows?: number
  children: (data: T) => ReactNode
}

/** Shows a query's skeleton, its problem, or what it brought. */
export function Loaded<T>({ query, rows = 5, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ProblemView error={query.error} onRetry={() => void query.refetch()} />
  return <Skeleton active title={false} paragraph={{ rows }} style={{ padding: 20 }} />
}
