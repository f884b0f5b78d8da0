import { vi } from 'vitest'

export interface Asked {
  method: string
  path: string
  body: unknown
}

/** Answers calls by method and path, such as `GET /brand`; tells what was asked. */
export function answers(by: Record<string, unknown>): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (input: Request) => {
    const path = new URL(input.url).pathname.replace(/^\/m\/[^/]*\/api/, '')
    const text = await input.text()
    asked.push({ method: input.method, path, body: text ? JSON.parse(text) : null })
    const answer = by[`${input.method} ${path}`]
    if (answer instanceof Response) return answer.clone()
    if (answer === undefined) return problem(404, 'not-found')
    return answer === null ? new Response(null, { status: 204 }) : Response.json(answer)
  })
  return asked
}

export function problem(status: number, code: string, detail = code): Response {
  return Response.json(
    { type: 'about:blank', title: code, status, code, detail, traceId: 't' },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )
}
