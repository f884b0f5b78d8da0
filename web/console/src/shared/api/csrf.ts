export const CSRF_HEADER = 'X-XSRF-TOKEN'

/** The token the server put into a readable cookie, to be echoed on every unsafe call. */
export function csrfToken(): string | undefined {
  const match = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)
  return match ? decodeURIComponent(match[1]) : undefined
}

export function isUnsafe(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase())
}
