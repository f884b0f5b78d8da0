import { useInfiniteQuery, type InfiniteData, type QueryKey } from '@tanstack/react-query'
import { useState } from 'react'

interface Page<T> {
  items: T[]
  next: string | null
}

/** What the generated `…InfiniteOptions` give; they leave the cursor to the caller. */
interface CursorQuery<T> {
  queryKey: QueryKey
  queryFn?: unknown
  readonly __item?: T
}

/** Walks a cursor-paged list page by page; a change of the question starts again at page one. */
export function useCursorPages<T>(query: CursorQuery<T>, options: { refetchInterval?: number | false } = {}) {
  const key = JSON.stringify(query.queryKey)
  const [place, setPlace] = useState({ key, index: 0 })
  const index = place.key === key ? place.index : 0
  const result = useCursorQuery<T>(query, options)
  const pages = result.data?.pages ?? []
  const page = pages[Math.min(index, Math.max(0, pages.length - 1))]

  async function next() {
    if (index + 1 >= pages.length) await result.fetchNextPage()
    setPlace({ key, index: index + 1 })
  }

  return {
    result,
    items: page?.items,
    number: index + 1,
    hasNext: index + 1 < pages.length || (index + 1 === pages.length && result.hasNextPage),
    hasPrevious: index > 0,
    next,
    previous: () => setPlace({ key, index: Math.max(0, index - 1) }),
  }
}

/** The same list as one growing sequence, for timelines. */
export function useCursorQuery<T>(query: CursorQuery<T>, options: { refetchInterval?: number | false } = {}) {
  return useInfiniteQuery<Page<T>, Error, InfiniteData<Page<T>>, QueryKey, unknown>({
    queryKey: query.queryKey,
    queryFn: query.queryFn as never,
    initialPageParam: {},
    getNextPageParam: (last) => last.next ?? undefined,
    ...options,
  })
}
