import { usePerson } from '@/shared/brand/BrandContext'

/** Where data goes is for administrators to say. */
export function useMayChange(): boolean {
  return usePerson().role === 'admin'
}
