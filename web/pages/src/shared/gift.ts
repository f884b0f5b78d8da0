const KEPT = 'gift'

/** Where the link of a coupon leads that somebody gives away. */
export function isGift(pathname: string): boolean {
  return /^\/gift\/\d{1,18}\/[\w-]{8,64}$/.test(pathname)
}

/** For whoever signs in first, which may lead through WeChat and back. */
export function keepGift(pathname: string): void {
  if (isGift(pathname)) sessionStorage.setItem(KEPT, pathname)
}

export function keptGift(): string | null {
  return sessionStorage.getItem(KEPT)
}

export function forgetGift(): void {
  sessionStorage.removeItem(KEPT)
}
