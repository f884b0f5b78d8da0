import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askScannedCoupons, redeemScannedCoupons, type DeskStores } from '@/client'
import { listDeskStoresQueryKey } from '@/client/@tanstack/react-query.gen'
import { problemOf } from '@/shared/api/problem'
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

/** The store this phone stands in: the only one, or the one it stood in last while that is still among them. */
export function standingIn(brand: string, { everywhere, stores }: DeskStores): string | undefined {
  if (!everywhere && stores.length === 1) return stores[0].code
  const last = localStorage.getItem(`${STORED}.${brand}`) ?? undefined
  return everywhere || stores.some(({ code }) => code === last) ? last : undefined
}

/** Asking and redeeming. A customer's call has one key, so that a second press or a lost answer redeems nothing more. */
export function useDesk() {
  const { id: brand } = useBrand()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const queries = useQueryClient()
  /** An administrator took the store away meanwhile: the page offers what is left. */
  function onError(error: Error) {
    if (problemOf(error).code.startsWith('desk-')) void queries.invalidateQueries({ queryKey: listDeskStoresQueryKey({ path: { brand } }) })
  }
  const ask = useMutation({
    mutationFn: async (answers: DeskAnswers) => {
      localStorage.setItem(`${STORED}.${brand}`, answers.store.trim())
      return (await askScannedCoupons({ path: { brand }, query: { store: answers.store.trim() }, body: requestOf(answers) })).data
    },
    onError,
  })
  const redeem = useMutation({
    mutationFn: async (answers: DeskAnswers) =>
      (await redeemScannedCoupons({ path: { brand }, query: { store: answers.store.trim() }, headers: { 'Idempotency-Key': key }, body: requestOf(answers) })).data,
    onError,
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
