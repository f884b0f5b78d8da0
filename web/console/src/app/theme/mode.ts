import { createContext, use } from 'react'
import type { Mode } from './palette'

export const ModeContext = createContext<{ mode: Mode; toggle: () => void }>({ mode: 'light', toggle: () => {} })

export function useMode() {
  return use(ModeContext)
}
