import { useQuery } from '@tanstack/react-query'
import { getSessionOptions } from '@/client/@tanstack/react-query.gen'

export function useSession() {
  return useQuery({ ...getSessionOptions(), staleTime: 60_000 })
}
