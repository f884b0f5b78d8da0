import { setTimeout as after } from 'node:timers/promises'
import { orderBook, type OrderBook } from '../fixtures/orders.ts'
import type { Server } from '../fixtures/server.ts'
import { expect, test } from '../fixtures/test.ts'
import type { CustomerRow, Home, Import, Job, Source } from '../fixtures/types.ts'

const MAIN = '/api/brands/main'
const LINES = 200_000
const KILLS = 3

// A start takes longer on a busy machine, and there are many.
test.setTimeout(480_000)

test('an import that is killed again and again has every order once', async ({ server, random }) => {
  const book = orderBook(random, LINES, 20_000)
  const draft = await server.api.upload<Import>(`${MAIN}/imports?kind=orders&filename=orders.csv`, book.csv)
  const started = await server.api.post<Import>(`${MAIN}/imports/${draft.id}/start`, {
    mapping: draft.mapping,
    source: 'shop',
  })
  const job = `/api/jobs/${started.jobId}`

  const killedAt: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    // Somewhere within its part of the work, so that reading and writing are both hit; then a moment later.
    const from = Math.floor(((kill + random.next()) / KILLS) * 90)
    await expect
      .poll(async () => (await server.api.get<Job>(job)).done, { intervals: [10], timeout: 120_000 })
      .toBeGreaterThanOrEqual(from)
    await after(random.between(0, 120))
    const { done, state } = await server.api.get<Job>(job)
    expect(state, `too little work for ${KILLS} kills`).not.toBe('done')
    await server.kill()
    killedAt.push(done)
    await server.start()
  }
  console.log(`    killed at ${killedAt.join(', ')} %`)

  const imported = `${MAIN}/imports/${draft.id}`
  await expect.poll(async () => (await server.api.get<Import>(imported)).state, { timeout: 120_000 }).toBe('done')
  const counts = (await server.api.get<Import>(imported)).counts
  expect(counts).toEqual({
    lines: book.lines,
    rejectedLines: 0,
    orders: book.orders,
    refunds: book.refunds,
    records: 0,
    anonymousOrders: book.anonymousOrders,
    unchanged: 0,
    newCustomers: book.buyers.size,
  })
  await everyOrderOnce(server, book)
})

async function everyOrderOnce(server: Server, book: OrderBook) {
  const rows = await server.api.all<CustomerRow>(`${MAIN}/customers`)
  const expected = [...book.buyers.values()]
  expect(rows.length).toBe(expected.length)
  // Customer for customer: the two lists of (orders, net sales) hold the same pairs.
  expect(pairs(rows.map((row) => [row.orders, row.netSales]))).toEqual(pairs(expected.map((b) => [b.orders, b.net])))

  await expect
    .poll(async () => (await server.api.get<Source[]>(`${MAIN}/sources`)).map((s) => [s.name, s.events]))
    .toEqual([['shop', book.orders + book.refunds]])

  const busiest = expected.toSorted((a, b) => b.orders - a.orders).slice(0, 5)
  for (const buyer of busiest) {
    const found = await server.api.get<{ items: CustomerRow[] }>(`${MAIN}/customers?q=${buyer.memberNo}`)
    expect(found.items.map((row) => [row.orders, row.netSales])).toEqual([[buyer.orders, buyer.net]])
    const orders = await server.api.all<{ number: string }>(
      `${MAIN}/customers/${found.items[0].customerNo}/orders`,
    )
    expect(new Set(orders.map((order) => order.number)).size).toBe(orders.length)
    expect(orders.length).toBe(buyer.orders + buyer.refunds)
  }

  // And the warehouse, which was rebuilt or followed the log through every kill.
  await expect
    .poll(async () => {
      const home = await server.api.get<Home>(`${MAIN}/home`)
      return [sum(home.months, 'grossSales'), sum(home.months, 'netSales'), sum(home.months, 'orders')]
    }, { timeout: 120_000 })
    .toEqual([book.gross, book.net, book.orders])
}

function pairs(values: number[][]): string[] {
  return values.map((pair) => pair.join('/')).toSorted()
}

function sum(months: Home['months'], key: 'grossSales' | 'netSales' | 'orders'): number {
  return months.reduce((total, month) => total + month[key], 0)
}
