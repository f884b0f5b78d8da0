import { useEffect, useState } from 'react'

const TICK = 30_000

/** Whether an instant has passed, looked at again now and then. */
export function useLate(at: string): boolean {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK)
    return () => clearInterval(timer)
  }, [])
  return Date.parse(at) < now
}
