import type { MemberBrand, MemberCoupon } from '@/client'
import { conditionWords, kindWord, worth } from './couponWords'
import { date, day, money } from '@/shared/format'
import { useWords } from '@/words/words'

interface Props {
  coupon: MemberCoupon
  brand: MemberBrand
  /** Not there where somebody looks at it who does not have it. */
  onShow?: () => void
}

/** A coupon; one that can be used now opens its code. */
export function CouponCard({ coupon, brand, onShow }: Props) {
  const words = useWords()
  const ready = onShow !== undefined && coupon.state === 'issued' && new Date(coupon.from) <= new Date()
  const usable = ready || ['issued', 'locked', 'offered'].includes(coupon.state)
  return (
    <button type="button" className={usable ? 'coupon' : 'coupon over'} disabled={!ready} onClick={onShow}>
      <div className="worth">
        <strong>{worth(coupon, brand)}</strong>
        <span>{conditionWords(coupon, brand)}</span>
      </div>
      <div className="said">
        <strong>{coupon.name}</strong>
        <div className="faint">{words(kindWord(coupon))}</div>
        <div className="faint">{standing(coupon, brand, words)}</div>
      </div>
      {ready && <span className="show in">{words('use')}</span>}
    </button>
  )
}

function standing(coupon: MemberCoupon, brand: MemberBrand, words: ReturnType<typeof useWords>): string {
  if (coupon.state === 'redeemed' && coupon.redeemedAt) {
    return words('usedOn', { date: day(coupon.redeemedAt, brand.zone), amount: money(brand, coupon.saved) })
  }
  if (coupon.state === 'locked' || coupon.state === 'offered') return words(coupon.state)
  if (new Date(coupon.from) > new Date()) return words('validFrom', { date: day(coupon.from, brand.zone) })
  // The last day it can be used, which ends at `until`.
  const last = new Date(new Date(coupon.until).getTime() - 1).toISOString()
  return words('validUntil', { date: date(inZone(last, brand.zone)) })
}

function inZone(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant))
}
