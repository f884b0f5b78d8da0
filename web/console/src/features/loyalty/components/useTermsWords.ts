import { useTranslation } from 'react-i18next'
import { useFormat } from '@/shared/hooks/useFormat'
import { SCOPES, type Benefit, type Terms } from '../api/couponForm'

/** A benefit in one short line. */
export function useBenefitWords(): (benefit: Benefit) => string {
  const { t } = useTranslation()
  const { money } = useFormat()
  return (benefit) => {
    switch (benefit.kind) {
      case 'amount':
        return t('coupon.words.amount', { off: money(benefit.off) })
      case 'percent':
        return benefit.mostOff == null
          ? t('coupon.words.percent', { percent: benefit.percent })
          : t('coupon.words.percentMost', { percent: benefit.percent, most: money(benefit.mostOff) })
      case 'gift':
        return t('coupon.words.gift', { product: benefit.product })
      case 'exchange':
        return benefit.price === 0
          ? t('coupon.words.exchangeFree', { product: benefit.product })
          : t('coupon.words.exchange', { product: benefit.product, price: money(benefit.price) })
      case 'shipping':
        return t('coupon.words.shipping', { most: money(benefit.mostOff) })
    }
  }
}

/** All that is said on a coupon, a line each. */
export function useTermsWords(): (terms: Terms) => string[] {
  const { t } = useTranslation()
  const { money, day, exact } = useFormat()
  const benefit = useBenefitWords()
  return (terms) => {
    const { threshold, scope, validity, stacking } = terms
    const limits = SCOPES.filter((part) => scope[part].length > 0)
    const days = validity.weekdays ?? []
    const { afterDays = 0 } = validity
    return [
      benefit(terms.benefit),
      threshold.spend === 0 && threshold.pieces === 0 && t('coupon.words.anySpend'),
      threshold.spend > 0 && t('coupon.words.spend', { spend: money(threshold.spend) }),
      threshold.pieces > 0 && t('coupon.words.pieces', { n: exact(threshold.pieces) }),
      validity.days == null && t('coupon.words.between', { from: day(validity.from), until: day(validity.until) }),
      validity.days != null && afterDays === 0 && t('coupon.words.days', { days: validity.days }),
      validity.days != null && afterDays > 0 && t('coupon.words.daysLater', { days: validity.days, after: afterDays }),
      days.length > 0 && t('coupon.words.weekdays', { days: days.map((one) => t(`coupon.weekdays.${one}`)).join(' ') }),
      (validity.hoursFrom || validity.hoursUntil) && t('coupon.words.hours', { from: short(validity.hoursFrom), until: short(validity.hoursUntil) }),
      limits.length === 0 && t('coupon.words.everything'),
      ...limits.map((part) => t(`coupon.words.${part}`, { names: scope[part].join(', ') })),
      stacking.exclusive ? t('coupon.words.exclusive') : t(stacking.otherKinds ? 'coupon.words.stacks' : 'coupon.words.stacksOwn', { n: stacking.mostPerOrder }),
      t('coupon.page.onReturn', { rule: t(`coupon.onReturn.${terms.onReturn}`) }),
      terms.handOn && t('coupon.words.handOn'),
      terms.remindDays != null && t('coupon.words.remind', { days: terms.remindDays }),
    ].filter((words): words is string => Boolean(words))
  }
}

function short(time: string | null | undefined): string {
  return time?.slice(0, 5) ?? '00:00'
}
