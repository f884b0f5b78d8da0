import { describe, expect, it } from 'vitest'
import { formatList } from './list'
import { formatMoney, formatMoneyShort, minorPerUnit } from './money'
import { formatBytes, formatCount, formatExact, formatRate, NOTHING } from './number'
import { dayStart, formatDay, formatDuration, formatMonth, formatTime } from './time'

describe('counts', () => {
  it('are whole while they are short', () => {
    expect(formatCount(9_999, 'zh')).toBe('9,999')
    expect(formatCount(0, 'en')).toBe('0')
  })
  it('are counted in 万 and 亿 in Chinese', () => {
    expect(formatCount(12_345, 'zh')).toBe('1.235万')
    expect(formatCount(5_400_000, 'zh')).toBe('540万')
    expect(formatCount(123_456_789, 'zh')).toBe('1.235亿')
  })
  it('are counted in K and M in English', () => {
    expect(formatCount(12_345, 'en')).toBe('12.35K')
    expect(formatCount(123_456_789, 'en')).toBe('123.5M')
  })
  it('that are not there are a dash, never zero', () => {
    expect(formatCount(null, 'zh')).toBe(NOTHING)
    expect(formatRate(undefined, 'en')).toBe(NOTHING)
    expect(formatMoney(null, 'CNY', 'zh')).toBe(NOTHING)
  })
  it('keep every digit when asked exactly', () => expect(formatExact(1_234_567, 'zh')).toBe('1,234,567'))
})

describe('rates', () => {
  it('carry one digit', () => expect(formatRate(0.65581, 'zh')).toBe('65.6%'))
})

describe('money', () => {
  it('is read from minor units in its own currency', () => {
    expect(formatMoney(133_112, 'GBP', 'zh')).toBe('£1,331.12')
    expect(formatMoney(133_112, 'CNY', 'en')).toBe('¥1,331.12')
    expect(formatMoney(5_000, 'JPY', 'en')).toBe('¥5,000')
  })
  it('is short where it is long', () => {
    expect(formatMoneyShort(979_842_311, 'GBP', 'zh')).toBe('£979.8万')
    expect(formatMoneyShort(979_842_311, 'GBP', 'en')).toBe('£9.798M')
    expect(formatMoneyShort(99_999, 'GBP', 'en')).toBe('£999.99')
  })
  it('knows how many minor units make one', () => {
    expect(minorPerUnit('CNY')).toBe(100)
    expect(minorPerUnit('JPY')).toBe(1)
  })
})

describe('times', () => {
  const at = '2011-12-09T23:50:00Z'
  it('are told on the brand’s clock', () => {
    expect(formatTime(at, 'Asia/Shanghai', 'zh')).toBe('2011-12-10 07:50')
    expect(formatTime(at, 'Europe/London', 'en')).toBe('9 Dec 2011, 23:50')
  })
  it('belong to the brand’s day', () => {
    expect(formatDay(at, 'Asia/Shanghai', 'zh')).toBe('2011-12-10')
    expect(formatDay('2011-12-09', 'America/New_York', 'en')).toBe('9 Dec 2011')
  })
  it('begin a day at the zone’s midnight, also when clocks change', () => {
    expect(dayStart('2011-12-09', 'Asia/Shanghai')).toBe('2011-12-08T16:00:00.000Z')
    expect(dayStart('2011-03-27', 'Europe/London')).toBe('2011-03-27T00:00:00.000Z')
    expect(dayStart('2011-03-27', 'Europe/London', 1)).toBe('2011-03-27T23:00:00.000Z')
    expect(dayStart('2011-12-31', 'Asia/Shanghai', 1)).toBe('2011-12-31T16:00:00.000Z')
  })
  it('name months and durations', () => {
    expect(formatMonth('2010-12', 'zh')).toBe('2010年12月')
    expect(formatMonth('2010-12', 'en')).toBe('Dec 2010')
    expect(formatDuration(130, 'zh')).toBe('2 分钟')
    expect(formatDuration(8, 'en')).toBe('8 s')
  })
})

describe('lists', () => {
  it('are read as a sentence', () => {
    expect(formatList(['包邮', '生日礼', '八八折'], 'zh')).toBe('包邮、生日礼和八八折')
    expect(formatList(['post', 'gift', 'discount'], 'en')).toBe('post, gift and discount')
  })
})

describe('sizes', () => {
  it('are told in the unit that fits', () => {
    expect(formatBytes(512)).toBe('512 B')
    expect(formatBytes(45_580_638)).toBe('43.5 MB')
  })
})
