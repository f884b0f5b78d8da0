import type { ListCouponSettlementResponse } from '@/client'

export type StoreSum = ListCouponSettlementResponse[number]

/** The whole month before a day: what is settled at its beginning. */
export function lastMonth(today: string): { from: string; until: string } {
  const [year, month] = today.split('-').map(Number)
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  return { from: day(Date.UTC(year, month - 2, 1)), until: day(Date.UTC(year, month - 1, 0)) }
}

/** All stores together. */
export function sumOf(sums: StoreSum[]): Omit<StoreSum, 'store'> {
  const add = (part: 'redeemed' | 'amount' | 'returned' | 'owed') => sums.reduce((sum, one) => sum + one[part], 0)
  return { redeemed: add('redeemed'), amount: add('amount'), returned: add('returned'), owed: add('owed') }
}

interface Wanted {
  from: string
  until: string
  store?: string
  format: 'csv' | 'xlsx'
}

/** Where the file with every line is; of one store when it is named. */
export function settlementFile(brand: string, { from, until, store, format }: Wanted): string {
  const query = new URLSearchParams({ from, until, format, ...(store !== undefined && { store }) })
  return `/api/brands/${encodeURIComponent(brand)}/coupon-settlement/file?${query}`
}
