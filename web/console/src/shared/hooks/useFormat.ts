import { useMemo } from 'react'
import { useBrand } from '../brand/BrandContext'
import { formatMoney, formatMoneyShort } from '../format/money'
import { formatCount, formatDecimal, formatExact, formatRate } from '../format/number'
import { formatDay, formatDuration, formatMonth, formatTime } from '../format/time'
import { useLanguage } from './useLanguage'

type Maybe<T> = T | null | undefined

/** Every formatter, bound to the reader's language and the brand's currency and clock. */
export function useFormat() {
  const language = useLanguage()
  const { currency, timeZone } = useBrand()
  return useMemo(
    () => ({
      count: (value: Maybe<number>) => formatCount(value, language),
      exact: (value: Maybe<number>) => formatExact(value, language),
      decimal: (value: Maybe<number>, digits?: number) => formatDecimal(value, language, digits),
      rate: (value: Maybe<number>, digits?: number) => formatRate(value, language, digits),
      money: (minor: Maybe<number>) => formatMoney(minor, currency, language),
      moneyShort: (minor: Maybe<number>) => formatMoneyShort(minor, currency, language),
      time: (at: Maybe<string>) => formatTime(at, timeZone, language),
      day: (at: Maybe<string>) => formatDay(at, timeZone, language),
      month: (month: string) => formatMonth(month, language),
      duration: (seconds: Maybe<number>) => formatDuration(seconds, language),
    }),
    [language, currency, timeZone],
  )
}

export type Format = ReturnType<typeof useFormat>
