import type { MemberCoupon } from '@/client'

export type Shelf = 'usable' | 'used' | 'over'

const USABLE = ['issued', 'locked', 'offered']

/** Coupons where their member looks for them; those that end soonest stand first among the usable. */
export function shelves(coupons: MemberCoupon[]): Record<Shelf, MemberCoupon[]> {
  const usable = coupons.filter((coupon) => USABLE.includes(coupon.state))
  const used = coupons.filter((coupon) => coupon.state === 'redeemed')
  return {
    usable: [...usable].sort(soonest),
    used,
    over: coupons.filter((coupon) => !usable.includes(coupon) && !used.includes(coupon)),
  }
}

function soonest(one: MemberCoupon, other: MemberCoupon): number {
  return one.until.localeCompare(other.until)
}
