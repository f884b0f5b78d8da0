import type { MemberBrand } from '@/client'
import { tag } from '@/words/words'

/** Minor units as people write them; whole amounts without decimals. */
export function money(brand: Pick<MemberBrand, 'currency' | 'fractionDigits'>, minor: number): string {
  const value = minor / 10 ** brand.fractionDigits
  return new Intl.NumberFormat(tag(), {
    style: 'currency',
    currency: brand.currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(value) ? 0 : brand.fractionDigits,
    maximumFractionDigits: brand.fractionDigits,
  }).format(value)
}

export function count(value: number): string {
  return new Intl.NumberFormat(tag()).format(value)
}

/** With its sign: what came in and what went out. */
export function change(value: number): string {
  return new Intl.NumberFormat(tag(), { signDisplay: 'exceptZero' }).format(value)
}

/** An instant's day where the brand is. */
export function day(instant: string, zone: string): string {
  return new Intl.DateTimeFormat(tag(), { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  )
}

export function moment(instant: string, zone: string): string {
  return new Intl.DateTimeFormat(tag(), {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant))
}

/** A calendar day without an hour. */
export function date(text: string): string {
  return day(`${text}T12:00:00Z`, 'UTC')
}

/** In groups of four, as cards have it. */
export function cardNumber(card: string): string {
  return card.replace(/(\d{4})(?=\d)/g, '$1 ')
}
