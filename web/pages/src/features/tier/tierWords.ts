import type { MemberBrand, TierProgress } from '@/client'
import { count, money } from '@/shared/format'
import { words } from '@/words/words'

/** How far along the member is from the tier they have to the next, 0 … 1. */
export function share(tier: TierProgress): number {
  const next = tier.tiers.find((step) => step.id === tier.nextTier)
  if (!next || tier.missing === null || next.threshold === 0) return 1
  return Math.min(1, Math.max(0, 1 - tier.missing / next.threshold))
}

/** "还差 120 元升金卡" */
export function missingWords(tier: TierProgress, brand: MemberBrand): string {
  const next = tier.tiers.find((step) => step.id === tier.nextTier)
  if (!next || tier.missing === null) return words('top')
  if (tier.basis === 'spend') return words('toNext', { amount: yuan(brand, tier.missing), tier: next.name })
  const key = tier.basis === 'orders' ? 'toNextOrders' : 'toNextGrowth'
  return words(key, { amount: count(tier.missing), tier: next.name })
}

export function reachWords(tier: TierProgress, threshold: number, brand: MemberBrand): string {
  if (threshold === 0) return words('atOnce')
  if (tier.basis === 'spend') return words('reach', { amount: money(brand, threshold) })
  return words(tier.basis === 'orders' ? 'reachOrders' : 'reachGrowth', { amount: count(threshold) })
}

/** In Chinese yuan are written with 元 behind them. */
function yuan(brand: MemberBrand, minor: number): string {
  if (brand.currency !== 'CNY' || document.documentElement.lang !== 'zh-CN') return money(brand, minor)
  return `${count(minor / 10 ** brand.fractionDigits)} 元`
}
