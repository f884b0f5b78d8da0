import { useCallback } from 'react'
import { useAddress } from './useAddress'

/** Filters that live in the URL, so that a view can be linked to and left and come back to. */
export function useUrlFilters<K extends string>(names: readonly K[]) {
  const { params, change } = useAddress()
  const filters = Object.fromEntries(
    names.map((name) => [name, params.get(name) || undefined]),
  ) as Partial<Record<K, string>>

  const set = useCallback(
    (values: Partial<Record<K, string | number | null | undefined>>) =>
      change((next) => {
        for (const [name, value] of Object.entries(values)) {
          if (value === null || value === undefined || value === '') next.delete(name)
          else next.set(name, String(value))
        }
      }),
    [change],
  )

  const clear = useCallback(
    () =>
      change((next) => {
        for (const name of names) next.delete(name)
      }),
    [names, change],
  )

  return { filters, set, clear }
}
