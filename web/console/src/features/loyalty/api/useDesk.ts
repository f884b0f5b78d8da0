import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { askScannedCoupons, redeemScannedCoupons } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'

const STORED = 'ww.coupon-desk.store'

/** What a guide types at the counter; the price in minor units. */
export interface DeskAnswers {
  store: string
  code: string
  order: string
  amount: number
  pieces: number
  product?: string
}

/** The store this phone stands in. */
export function rememberedStore(brand: string): string | undefined {
  return localStorage.getItem(`${STORED}.${brand}`) ?? undefined
}

/** Asking and redeeming. A customer's call has one key, so that a second press or a lost answer redeems nothing more. */
export function useDesk() {
  const { id: brand } = useBrand()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const ask = useMutation({
    mutationFn: async (answers: DeskAnswers) => {
      localStorage.setItem(`${STORED}.${brand}`, answers.store.trim())
      return (await askScannedCoupons({ path: { brand }, query: { store: answers.store.trim() }, body: requestOf(answers) })).data
    },
  })
  const redeem = useMutation({
    mutationFn: async (answers: DeskAnswers) =>
      (await redeemScannedCoupons({ path: { brand }, query: { store: answers.store.trim() }, headers: { 'Idempotency-Key': key }, body: requestOf(answers) })).data,
  })
  /** Back to the form: what is redeemed next is another call. */
  function reset() {
    setKey(crypto.randomUUID())
    ask.reset()
    redeem.reset()
  }
  return { ask, redeem, reset }
}

function requestOf({ store, code, order, amount, pieces, product }: DeskAnswers) {
  return {
    codes: [code.trim()],
    order: order.trim(),
    minutes: null,
    basket: { store: store.trim(), channel: 'store', shipping: 0, lines: [{ line: '1', product: product?.trim() ?? '', category: '', pieces, amount }] },
  }
}
