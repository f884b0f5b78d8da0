import { localeOf, type Language } from './language'

export const NOTHING = '—'

type Maybe<T> = T | null | undefined

/** Below this a number is short enough to be read whole. */
const COMPACT_FROM = 10_000

export function formatExact(value: Maybe<number>, language: Language, digits = 0): string {
  if (value == null) return NOTHING
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: digits }).format(value)
}

/** 12,345 reads 1.235万 in Chinese and 12.35K in English; smaller numbers are shown whole. */
export function formatCount(value: Maybe<number>, language: Language): string {
  if (value == null) return NOTHING
  if (Math.abs(value) < COMPACT_FROM) return formatExact(value, language)
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-US', {
    notation: 'compact',
    maximumSignificantDigits: 4,
  }).format(value)
}

export function isCompacted(value: Maybe<number>): boolean {
  return value != null && Math.abs(value) >= COMPACT_FROM
}

export function formatRate(value: Maybe<number>, language: Language, digits = 1): string {
  if (value == null) return NOTHING
  return new Intl.NumberFormat(localeOf(language), {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)
}

export function formatDecimal(value: Maybe<number>, language: Language, digits = 2): string {
  if (value == null) return NOTHING
  return new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)
}

const BYTES = ['B', 'KB', 'MB', 'GB']

export function formatBytes(bytes: Maybe<number>): string {
  if (bytes == null) return NOTHING
  const power = bytes < 1 ? 0 : Math.min(BYTES.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)))
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${BYTES[power]}`
}
