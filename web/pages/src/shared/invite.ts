const KEPT = 'invite'

/** Who invited the reader, from the link they came by; it counts when they join, which may be a page later. */
export function keepInvite(search: string): void {
  const code = new URLSearchParams(search).get('invite')
  if (code && /^[0-9a-z]{1,13}$/.test(code)) sessionStorage.setItem(KEPT, code)
}

export function keptInvite(): string | null {
  return sessionStorage.getItem(KEPT)
}

export function forgetInvite(): void {
  sessionStorage.removeItem(KEPT)
}
