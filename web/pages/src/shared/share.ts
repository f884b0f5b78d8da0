const KEPT = 'share'

/** The invitation into a shared account that an address brings. */
export function shareIn(search: string): string | null {
  const code = new URLSearchParams(search).get('share')
  return code && /^[\w-]{8,64}$/.test(code) ? code : null
}

/** For whoever signs in first, which may lead through WeChat and back. */
export function keepShare(search: string): void {
  const code = shareIn(search)
  if (code) sessionStorage.setItem(KEPT, code)
}

export function keptShare(): string | null {
  return sessionStorage.getItem(KEPT)
}

export function forgetShare(): void {
  sessionStorage.removeItem(KEPT)
}
