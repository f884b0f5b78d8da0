import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** Filters that live in the URL, so that a view can be linked to and left and come back to. */
export function useUrlFilters<K extends string>(names: readonly K[]) {
  const [params, setParams] = useSearchParams()
  const filters = Object.fromEntries(
    names.map((name) => [name, params.get(name) || undefined]),
  ) as Partial<Record<K, string>>

  const set = useCallback(
    (change: Partial<Record<K, string | number | null | undefined>>) => {
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          for (const [name, value] of Object.entries(change)) {
            if (value === null || value === undefined || value === '') next.delete(name)
            else next.set(name, String(value))
          }
          return next
        },
        { replace: true },
      )
    },
    [setParams],
  )

  const clear = useCallback(() => {
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        for (const name of names) next.delete(name)
        return next
      },
      { replace: true },
    )
  }, [names, setParams])

  return { filters, set, clear }
}
