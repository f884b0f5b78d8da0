import { Toast } from 'antd-mobile'
import type { Problem } from '@/client'
import { words } from '@/words/words'

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'status' in error
}

export function isSignedOut(error: unknown): boolean {
  return isProblem(error) && error.status === 401
}

/** What went wrong, in the words of the server where it answered. */
export function problemWords(error: unknown): string {
  if (isProblem(error)) return error.detail || error.title
  return error instanceof TypeError ? words('offline') : words('failed')
}

export function tell(error: unknown): void {
  Toast.show({ content: problemWords(error), duration: 3000 })
}

export function problemCode(error: unknown): string | null {
  return isProblem(error) ? error.code : null
}
