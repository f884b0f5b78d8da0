import type { Problem } from '@/client'

/** A refusal of the server, or a connection that never reached it. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** Whatever a request threw, as a problem a person can be told about. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  if (isProblem(error)) return error
  return {
    type: 'about:blank',
    title: error instanceof Error ? error.message : 'unknown',
    status: 0,
    code: error instanceof TypeError ? 'unreachable' : 'unexpected',
    detail: '',
    traceId: '',
  }
}

export function problemFromResponse(body: unknown, response: Response | undefined): ProblemError {
  if (isProblem(body)) return new ProblemError(body)
  if (!response) return new ProblemError(problemOf(body))
  return new ProblemError({
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
    code: codeOfStatus(response.status),
    detail: '',
    traceId: response.headers.get('X-Trace-Id') ?? '',
  })
}

export function hasStatus(error: unknown, status: number): boolean {
  return problemOf(error).status === status
}

function codeOfStatus(status: number): string {
  if (status === 401) return 'not-signed-in'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  return status >= 500 ? 'server-error' : 'unexpected'
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value
}
