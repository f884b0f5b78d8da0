import { useCallback, useEffect, useReducer } from 'react'

interface History<T> {
  past: T[]
  now: T
  future: T[]
  /** What the last change was about; typing into one field is one change. */
  about: string | null
}

type Action<T> = { type: 'edit'; next: T; about: string | null } | { type: 'undo' } | { type: 'redo' }

const LONGEST = 100

function reduce<T>(history: History<T>, action: Action<T>): History<T> {
  const { past, now, future } = history
  switch (action.type) {
    case 'edit':
      if (action.next === now) return history
      if (action.about !== null && action.about === history.about) return { ...history, now: action.next, future: [] }
      return { past: [...past, now].slice(-LONGEST), now: action.next, future: [], about: action.about }
    case 'undo':
      return past.length === 0 ? history : { past: past.slice(0, -1), now: past[past.length - 1], future: [now, ...future], about: null }
    case 'redo':
      return future.length === 0 ? history : { past: [...past, now], now: future[0], future: future.slice(1), about: null }
  }
}

/** A value with what it was before. Changes about the same thing, one after the other, are undone together. */
export function useHistory<T>(start: T) {
  const [history, dispatch] = useReducer(reduce<T>, { past: [], now: start, future: [], about: null })
  const edit = useCallback((next: T, about: string | null = null) => dispatch({ type: 'edit', next, about }), [])
  const undo = useCallback(() => dispatch({ type: 'undo' }), [])
  const redo = useCallback(() => dispatch({ type: 'redo' }), [])
  return { now: history.now, edit, undo, redo, mayUndo: history.past.length > 0, mayRedo: history.future.length > 0 }
}

/** ⌘Z and ⇧⌘Z (Ctrl elsewhere, also Ctrl Y) wherever no text is being typed. */
export function useUndoKeys(undo: () => void, redo: () => void) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [undo, redo])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
}
