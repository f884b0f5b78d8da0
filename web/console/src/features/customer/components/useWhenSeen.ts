import { useEffect, useRef, type RefObject } from 'react'

/** Calls back whenever the element comes into view, such as the end of an endless list. */
export function useWhenSeen(onSeen: () => void): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement | null>(null)
  const latest = useRef(onSeen)
  useEffect(() => {
    latest.current = onSeen
  })
  useEffect(() => {
    const target = element.current
    if (!target || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && latest.current(), {
      rootMargin: '300px',
    })
    observer.observe(target)
    return () => observer.disconnect()
  })
  return element
}
