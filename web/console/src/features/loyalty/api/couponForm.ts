import type { CouponTemplate, NewCouponTemplate } from '@/client'

export type Terms = NewCouponTemplate['terms']
export type Benefit = Terms['benefit']
export type Kind = Benefit['kind']
export type Weekday = NonNullable<Terms['validity']['weekdays']>[number]

export const KINDS = ['amount', 'percent', 'gift', 'exchange', 'shipping'] as const satisfies readonly Kind[]
export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const satisfies readonly Weekday[]
export const SCOPES = ['products', 'categories', 'exceptProducts', 'exceptCategories', 'stores', 'channels'] as const

/** What the form holds: the template as the API takes it, and which of the two kinds of validity is meant. */
export interface CouponAnswers extends NewCouponTemplate {
  dated: boolean
}

const SCOPE: Terms['scope'] = { products: [], categories: [], exceptProducts: [], exceptCategories: [], stores: [], channels: [] }

export const BLANK: CouponAnswers = {
  name: '',
  stock: null,
  budget: null,
  perCustomer: 1,
  dated: false,
  terms: {
    benefit: { kind: 'amount', off: 0 },
    threshold: { spend: 0, pieces: 0 },
    scope: SCOPE,
    validity: { from: null, until: null, days: 30, afterDays: 0, weekdays: [], hoursFrom: null, hoursUntil: null },
    stacking: { exclusive: true, otherKinds: false, mostPerOrder: 1 },
    onReturn: 'back',
    handOn: false,
    remindDays: 3,
  },
}

export function answersOf({ name, terms, stock, budget, perCustomer }: CouponTemplate): CouponAnswers {
  return { name, terms, stock, budget, perCustomer, dated: terms.validity.days == null }
}

/** What the form says as the API takes it: what is not shown is not said. */
export function templateOf({ dated, name, terms, stock, budget, perCustomer }: CouponAnswers): NewCouponTemplate {
  const { validity, stacking } = terms
  return {
    name: name.trim(),
    stock: stock ?? null,
    budget: budget ?? null,
    perCustomer: perCustomer ?? null,
    terms: {
      ...terms,
      remindDays: terms.remindDays ?? null,
      scope: { ...SCOPE, ...terms.scope },
      validity: {
        from: dated ? (validity.from ?? null) : null,
        until: dated ? (validity.until ?? null) : null,
        days: dated ? null : (validity.days ?? null),
        afterDays: dated ? 0 : (validity.afterDays ?? 0),
        weekdays: validity.weekdays ?? [],
        hoursFrom: validity.hoursFrom ?? null,
        hoursUntil: validity.hoursUntil ?? null,
      },
      stacking: stacking.exclusive ? { exclusive: true, otherKinds: false, mostPerOrder: 1 } : { ...stacking, otherKinds: stacking.otherKinds ?? false },
    },
  }
}
