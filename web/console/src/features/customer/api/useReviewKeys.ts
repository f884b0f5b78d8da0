import { useEffect, useEffectEvent } from 'react'

interface Keys {
  move: (by: 1 | -1) => void
  accept: () => void
  reject: () => void
}

/** The review by keyboard, except while somebody types or a dialog asks. */
export function useReviewKeys(keys: Keys) {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const at = event.target as HTMLElement
    const elsewhere = at.closest?.('input, textarea, select, [contenteditable], [role="dialog"], [role="radiogroup"], [role="menu"]')
    if (elsewhere || document.querySelector('.ant-modal-wrap:not([style*="none"])') || event.metaKey || event.ctrlKey || event.altKey) return
    const act = {
      ArrowDown: () => keys.move(1),
      j: () => keys.move(1),
      ArrowUp: () => keys.move(-1),
      k: () => keys.move(-1),
      a: keys.accept,
      r: keys.reject,
    }[event.key]
    if (act) {
      event.preventDefault()
      act()
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
