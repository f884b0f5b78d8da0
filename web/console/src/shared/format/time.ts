import type { Language } from './language'
import { NOTHING } from './number'

type When = string | null | undefined

/** "2011-12-09 12:50" in Chinese, "9 Dec 2011, 12:50" in English, on the brand's clock. */
export function formatTime(at: When, timeZone: string, language: Language): string {
  if (!at) return NOTHING
  if (language === 'en') {
    return format(at, 'en-GB', { timeZone, ...day, ...minute })
  }
  return `${isoDay(at, timeZone)} ${format(at, 'en-GB', { timeZone, ...minute })}`
}

/** The calendar day of an instant in the brand's zone. */
export function formatDay(at: When, timeZone: string, language: Language): string {
  if (!at) return NOTHING
  if (isPlainDay(at)) return language === 'zh' ? at : format(`${at}T00:00:00Z`, 'en-GB', { timeZone: 'UTC', ...day })
  return language === 'zh' ? isoDay(at, timeZone) : format(at, 'en-GB', { timeZone, ...day })
}

/** "2010年12月" or "Dec 2010" for the month key 2010-12. */
export function formatMonth(month: string, language: Language): string {
  const [year, number] = month.split('-')
  if (language === 'zh') return `${year}年${Number(number)}月`
  return format(`${month}-01T00:00:00Z`, 'en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' })
}

export function formatDuration(seconds: number | null | undefined, language: Language): string {
  if (seconds == null) return NOTHING
  const zh = language === 'zh'
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))}${zh ? ' 秒' : ' s'}`
  if (seconds < 3600) return `${Math.round(seconds / 60)}${zh ? ' 分钟' : ' min'}`
  return `${(seconds / 3600).toFixed(1)}${zh ? ' 小时' : ' h'}`
}

export function isoDay(at: string, timeZone: string): string {
  return format(at, 'en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
}

/** The instant at which a calendar day begins in a zone; `later` days after it when given. */
export function dayStart(date: string, timeZone: string, later = 0): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  const midnight = Date.UTC(year, month - 1, dayOfMonth + later)
  // The offset is asked for twice: near a change of the clocks the first guess may be an hour off.
  const guess = midnight - offset(midnight, timeZone)
  return new Date(midnight - offset(guess, timeZone)).toISOString()
}

function offset(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - instant
}

const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
const minute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

function isPlainDay(at: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(at)
}

function format(at: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(new Date(at))
}
