import type { MemberBrand, MemberCoupon } from '@/client'
import { money } from '@/shared/format'
import { words, type Word } from '@/words/words'

const KINDS: Record<string, Word> = {
  amount: 'kindAmount',
  percent: 'kindPercent',
  gift: 'kindGift',
  exchange: 'kindExchange',
  shipping: 'kindShipping',
}

export function kindWord(coupon: MemberCoupon): Word {
  return KINDS[coupon.kind] ?? 'coupons'
}

/** What stands large on it. */
export function worth(coupon: MemberCoupon, brand: MemberBrand): string {
  if (coupon.percent !== null) return words('percentOff', { percent: coupon.percent })
  if (coupon.kind === 'gift') return words('gift')
  const amount = coupon.off ?? 0
  if (coupon.kind === 'exchange') return amount === 0 ? words('free') : money(brand, amount)
  return money(brand, amount)
}

export function conditionWords(coupon: MemberCoupon, brand: MemberBrand): string {
  if (coupon.spend > 0) return words('from', { amount: money(brand, coupon.spend) })
  return coupon.pieces > 0 ? words('fromPieces', { pieces: coupon.pieces }) : words('anyOrder')
}
