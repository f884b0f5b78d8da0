import { localeOf, type Language } from './language'
import { isCompacted, NOTHING } from './number'

/** How many minor units make one unit: 100 for CNY and GBP, 1 for JPY. */
export function minorPerUnit(currency: string): number {
  return 10 ** fractionDigits(currency)
}

export function fractionDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

export function formatMoney(minor: number | null | undefined, currency: string, language: Language): string {
  if (minor == null) return NOTHING
  return new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).format(minor / minorPerUnit(currency))
}

/** £1.235万 in Chinese, £12.35K in English; smaller sums whole. */
export function formatMoneyShort(minor: number | null | undefined, currency: string, language: Language): string {
  if (minor == null) return NOTHING
  const units = minor / minorPerUnit(currency)
  if (!isCompacted(units)) return formatMoney(minor, currency, language)
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumSignificantDigits: 4,
    minimumFractionDigits: 0,
  }).format(units)
}

export function currencySymbol(currency: string): string {
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return parts.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency
}
