import { expect, it } from 'vitest'
import type { TierProgress } from '@/client'
import { missingWords, reachWords, share } from './tierWords'
import { speak } from '@/words/words'

const TEA = { key: 'tea', name: '茶水', currency: 'CNY', fractionDigits: 2, zone: 'Asia/Shanghai', wechat: true, phone: true }
const SILVER: TierProgress = {
  basis: 'spend',
  tier: 'silver',
  lent: false,
  since: null,
  reviewOn: null,
  reached: 88_000,
  nextTier: 'gold',
  missing: 12_000,
  tiers: [
    { id: 'silver', name: '银卡', threshold: 0, benefits: [] },
    { id: 'gold', name: '金卡', threshold: 100_000, benefits: [] },
  ],
}

it('says what is missing as people say it', () => {
  speak('zh')
  expect(missingWords(SILVER, TEA)).toBe('还差 120 元升金卡')
  speak('en')
  expect(missingWords(SILVER, TEA)).toBe('¥120 to 金卡')
  expect(missingWords({ ...SILVER, basis: 'orders', missing: 3 }, TEA)).toBe('3 more orders to 金卡')
})

it('says nothing is missing at the top', () => {
  expect(missingWords({ ...SILVER, nextTier: null, missing: null }, TEA)).toBe('已是最高等级')
  expect(share({ ...SILVER, nextTier: null, missing: null })).toBe(1)
})

it('draws how far along it is, never outside the bar', () => {
  expect(share(SILVER)).toBeCloseTo(0.88)
  expect(share({ ...SILVER, missing: 200_000 })).toBe(0)
})

it('says what a tier takes', () => {
  expect(reachWords(SILVER, 0, TEA)).toBe('注册即享')
  expect(reachWords({ ...SILVER, basis: 'growth' }, 1_200, TEA)).toBe('1,200 成长值可达')
})
