import { useCallback, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'

/**
 * What the address says after its question mark, and a way to change it. A change stands on those before it, also on
 * one that is not drawn yet: who clears the filters and types at once must not get the old ones back.
 */
export function useAddress() {
  const [params, setParams] = useSearchParams()
  const latest = useRef(params)
  useEffect(() => {
    latest.current = params
  }, [params])
  const change = useCallback(
    (edit: (next: URLSearchParams) => void) => {
      const next = new URLSearchParams(latest.current)
      edit(next)
      latest.current = next
      setParams(next, { replace: true })
    },
    [setParams],
  )
  return { params, change, open: setParams }
}
