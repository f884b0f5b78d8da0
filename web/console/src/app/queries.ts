import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { problemOf } from '@/shared/api/problem'

/** A refusal is an answer and is not asked again; a lost connection is. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (problemOf(error).code === 'not-signed-in') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => isSession(query.queryKey) || watch(error) }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => {
          const { status } = problemOf(error)
          return (status === 0 || status >= 502) && failures < 2
        },
      },
    },
  })
}

/** The session's own refusal must not ask for the session again. */
function isSession(key: readonly unknown[]): boolean {
  return (key[0] as { _id?: string } | undefined)?._id === 'getSession'
}
