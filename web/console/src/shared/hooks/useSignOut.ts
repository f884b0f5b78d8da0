import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { signOut } from '@/client'
import { useReport } from './useReport'

export function useSignOut() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const report = useReport()
  return useMutation({
    mutationFn: () => signOut(),
    onSuccess: () => {
      queries.clear()
      void navigate('/sign-in')
    },
    onError: report.refused,
  })
}
