import { HttpResponse } from 'msw'
import type { Problem } from '@/client'

export const BRAND = '*/api/brands/:brand'

export function problem(status: number, code: string, more: Partial<Problem> = {}) {
  const body: Problem = { type: `urn:waterwheel:problem:${code}`, title: code, status, code, detail: '', traceId: '7f3a9c21d0b84e55', ...more }
  return HttpResponse.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } })
}

/** One page of a list by an offset for a cursor. */
export function pageOf<T>(items: T[], request: Request): { items: T[]; next: string | null } {
  const query = new URL(request.url).searchParams
  const from = Number(query.get('cursor') ?? 0)
  const limit = Number(query.get('limit') ?? 50)
  const next = from + limit < items.length ? String(from + limit) : null
  return { items: items.slice(from, from + limit), next }
}
