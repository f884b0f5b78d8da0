import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { accepted, Collector } from '../fixtures/collector.ts'
import { basket, Caller, TWENTY_OFF } from '../fixtures/counter.ts'
import { restartDatabase } from '../fixtures/database.ts'
import { KILLS } from '../fixtures/kills.ts'
import type { Random } from '../fixtures/random.ts'
import type { Server } from '../fixtures/server.ts'
import { expect, test } from '../fixtures/test.ts'

const MAIN = '/api/brands/main'
const PEOPLE = 20
const COUPONS = 60 + 30 * KILLS
const CLERKS = 4
const TILLS = 3
const BUYERS = 4

test.setTimeout(240_000 + KILLS * 80_000)

/** A grant or deduction and what its clerk knows of it. */
interface Told {
  customer: number
  points: number
  done: boolean
  refused: boolean
}

interface Coupon {
  id: string
  customer: number
}

/** An order of so many yuan, with what came back of it. */
interface Bought {
  buyer: number
  total: number
  refunded: number
}

interface Line {
  entry: number
  kind: string
  points: number
  available: number
  values: { note?: string; order_id?: string }
}

test('every booking and every redemption that was acknowledged is there once, whenever the server is killed', async ({
  server,
  random,
}) => {
  const shop = new Caller(
    () => server.url,
    () => readFileSync(join(server.data, 'keys/local-token'), 'utf8').trim(),
  )
  const members = await enrol(shop)
  const { template, coupons } = await issue(server, shop, members)
  const buyers = await programme(server, shop)
  const { writeKey } = await server.api.post<{ writeKey: string }>(`${MAIN}/sources`, { name: 'shop' })
  const collector = new Collector(server.url, writeKey)
  const booked = new Map<string, Told>()
  const redeemed = new Map<string, string[]>()
  const orders = new Map<string, Bought>()
  const at = { work: true, bookings: 0, redemptions: 0 }

  const clerk = async (name: string) => {
    for (let n = 0; at.work; n++) {
      const key = `${name}-${n}`
      const taken = random.next() < 0.4
      const customer = pick(random, members)
      const told = { customer, points: random.between(1, taken ? 60 : 100), done: false, refused: false }
      booked.set(key, { ...told, points: taken ? -told.points : told.points })
      const path = `${MAIN}/customers/${customer}/points/${taken ? 'deductions' : 'grants'}`
      const heard = await shop.call(path, key, { key, points: told.points, note: key }, tries(random))
      if (heard?.done) at.bookings++
      Object.assign(booked.get(key)!, { done: heard?.done === true, refused: heard?.done === false })
      if (heard?.done === false) expect(heard.code, key).toBe('points-insufficient')
    }
  }
  const till = async (name: string, secret: string) => {
    const counter = new Caller(
      () => server.url,
      () => secret,
    )
    for (let n = 0; at.work; n++) {
      const coupon = pick(random, coupons)
      const pass = await shop.call(`${MAIN}/customers/${coupon.customer}/coupons/${coupon.id}/pass`, 'pass', {}, 1)
      if (!pass?.done) continue
      const order = `${name}-${n}`
      const heard = await counter.call('/till/v1/coupons/redeem', order, basket(String(pass.body.text), order), tries(random))
      if (heard?.done) {
        at.redemptions++
        redeemed.set(coupon.id, [...(redeemed.get(coupon.id) ?? []), order])
      } else if (heard) {
        expect(['coupon-redeemed', 'coupon-code-old'], order).toContain(heard.code)
        // They are used up faster than the server dies.
        await after(20)
      }
    }
  }
  // A shop sends each order until the server has it; one in ten refunds arrives before its order.
  const buyer = async (who: number) => {
    for (let n = 0; at.work; n++) {
      const id = `B${who}-${n}`
      const total = random.between(1, 300)
      const refunded = random.next() < 0.4 ? random.between(1, total) : 0
      orders.set(id, { buyer: who, total, refunded })
      const told = [sale(who, 'Order Completed', id, id, total)]
      if (refunded > 0) told.push(sale(who, 'Order Refunded', `${id}-back`, id, refunded))
      if (random.next() < 0.1) told.reverse()
      for (const event of told) expect(await accepted(() => collector.batch([event]), 60), id).toBe(true)
    }
  }
  const secrets = await Promise.all(Array.from({ length: TILLS }, (_, i) => secretOf(server, `till${i}`)))
  const working = [
    ...Array.from({ length: CLERKS }, (_, i) => clerk(`clerk${i}`)),
    ...secrets.map((secret, i) => till(`till${i}`, secret)),
    ...buyers.map((_, who) => buyer(who)),
  ]
  for (let kill = 0; kill < KILLS; kill++) {
    if (kill % 10 === Math.min(1, KILLS - 1)) {
      await restartDatabase(server, random.next() < 0.5 ? 'fast' : 'immediate', random.between(300, 2_000))
      expect(server.running, 'the server outlives its database').toBe(true)
    }
    const before = at.bookings
    await expect.poll(() => at.bookings, { intervals: [10], timeout: 60_000 }).toBeGreaterThan(before + 30)
    await after(random.between(0, 300))
    await server.kill()
    await server.start()
  }
  at.work = false
  await Promise.all(working)

  console.log(
    `    ${at.bookings} bookings and ${at.redemptions} redemptions acknowledged over ${KILLS} kills, ` +
      `of ${booked.size} bookings sent; ${orders.size} orders, every one of them earned`,
  )
  for (const [who, customer] of buyers.entries()) await earned(server, customer, who, orders)
  await adds(server)
  for (const customer of members) await statement(server, customer, booked)
  await used(server, template, coupons, redeemed)
})

function pick<T>(random: Random, list: T[]): T {
  return list[random.between(0, list.length - 1)]
}

/** Half of the callers give up when no answer comes. */
function tries(random: Random): number {
  return random.next() < 0.5 ? 60 : 1
}

async function enrol(shop: Caller): Promise<number[]> {
  const members: number[] = []
  for (let n = 0; n < PEOPLE; n++) {
    const names = [{ kind: 'phone', value: `1381234${String(n).padStart(4, '0')}` }]
    const heard = await shop.call(`${MAIN}/members`, `join-${n}`, { names, channel: 'app' }, 5)
    if (!heard?.done) throw new Error(`member ${n}: ${JSON.stringify(heard)}`)
    members.push(Number(heard.body.customer))
  }
  return members
}

/** A point for each yuan, to be spent at once; and who buys. */
async function programme(server: Server, shop: Caller): Promise<number[]> {
  const definition = {
    earn: [{ id: 'base', name: 'base', grant: { type: 'perAmount', points: 1, amount: 1 } }],
    stacking: 'multiply',
    rounding: 'down',
    points: { pendingDays: 0, expiry: { type: 'never' }, debt: 'debt' },
  }
  await server.api.put(`${MAIN}/loyalty/programme`, { definition })
  await server.api.post(`${MAIN}/loyalty/programme/publish`)
  const buyers: number[] = []
  for (let who = 0; who < BUYERS; who++) {
    const names = [{ kind: 'user_id', value: `buyer-${who}` }]
    const heard = await shop.call(`${MAIN}/members`, `buyer-${who}`, { names, channel: 'app' }, 5)
    if (!heard?.done) throw new Error(`buyer ${who}: ${JSON.stringify(heard)}`)
    buyers.push(Number(heard.body.customer))
  }
  return buyers
}

function sale(who: number, event: string, messageId: string, order: string, total: number) {
  const properties = { order_id: order, total }
  return { type: 'track', messageId, userId: `buyer-${who}`, event, properties, timestamp: new Date().toISOString() }
}

async function issue(server: Server, shop: Caller, members: number[]) {
  const wish = { name: 'twenty', terms: TWENTY_OFF, stock: COUPONS, budget: null, perCustomer: null }
  const { id: template } = await server.api.post<{ id: string }>(`${MAIN}/coupon-templates`, wish)
  await server.api.post(`${MAIN}/coupon-templates/${template}/activate`)
  const coupons: Coupon[] = []
  for (let n = 0; n < COUPONS; n++) {
    const customer = members[n % members.length]
    const heard = await shop.call(`${MAIN}/coupon-templates/${template}/issue`, `give-${n}`, { customer }, 5)
    if (!heard?.done) throw new Error(`coupon ${n}: ${JSON.stringify(heard)}`)
    coupons.push({ id: String(heard.body.coupon), customer })
  }
  return { template, coupons }
}

async function secretOf(server: Server, name: string): Promise<string> {
  const wish = { name, store: name, scopes: ['coupon.read', 'coupon.redeem'] }
  return (await server.api.post<{ secret: string }>(`${MAIN}/till-keys`, wish)).secret
}

/** The whole ledger sums to zero, and lots and months say what postings do. */
async function adds(server: Server) {
  const found = await server.api.get<{ differences: unknown[] }>(`${MAIN}/points/reconciliation`)
  expect(found.differences, 'differences').toEqual([])
  expect((await server.api.get<{ sum: number }>(`${MAIN}/points/trial-balance`)).sum, 'the trial balance').toBe(0)
}

/** What a member's statement says: everything that was acknowledged, each key once, and never less than nothing. */
async function statement(server: Server, customer: number, booked: Map<string, Told>) {
  const lines = await server.api.all<Line>(`${MAIN}/customers/${customer}/points/entries`)
  const keys = lines.map(({ values }) => String(values.note))
  expect(new Set(keys).size, `keys of ${customer}`).toBe(keys.length)
  let balance = 0
  for (const { points, available, values } of lines.toSorted((one, other) => one.entry - other.entry)) {
    const told = booked.get(String(values.note))
    expect(told?.customer, `${values.note} belongs to`).toBe(customer)
    expect([points, available], String(values.note)).toEqual([Math.abs(told!.points), told!.points])
    expect(told!.refused, `${values.note} was refused`).toBe(false)
    balance += available
    expect(balance, `the balance of ${customer}`).toBeGreaterThanOrEqual(0)
  }
  const lost = [...booked].filter(([key, told]) => told.customer === customer && told.done && !keys.includes(key))
  expect(lost, 'acknowledged and lost').toEqual([])
  const held = await server.api.get<{ available: number; debt: number }>(`${MAIN}/customers/${customer}/points`)
  expect([held.available, held.debt], `what ${customer} has`).toEqual([balance, 0])
}

/** Each order earned its points once, and what came back was taken back, to the last point. */
async function earned(server: Server, customer: number, who: number, orders: Map<string, Bought>) {
  const theirs = [...orders].filter(([, { buyer }]) => buyer === who)
  const should = theirs.reduce((sum, [, { total, refunded }]) => sum + total - refunded, 0)
  const held = async () => {
    const { available, debt } = await server.api.get<{ available: number; debt: number }>(
      `${MAIN}/customers/${customer}/points`,
    )
    return available - debt
  }
  await expect.poll(held, { timeout: 60_000, message: `what buyer ${who} has` }).toBe(should)
  const lines = await server.api.all<Line>(`${MAIN}/customers/${customer}/points/entries`)
  const told = lines.filter(({ kind }) => kind === 'earn').map(({ points, values }) => `${values.order_id} ${points}`)
  expect(told.toSorted(), `orders of buyer ${who}`).toEqual(theirs.map(([id, { total }]) => `${id} ${total}`).toSorted())
}

/** Each coupon is redeemed for the one order that was told so, and the figures agree with the coupons. */
async function used(server: Server, template: string, coupons: Coupon[], redeemed: Map<string, string[]>) {
  const states = new Map<string, { state: string; order: string | null }>()
  for (const customer of new Set(coupons.map((coupon) => coupon.customer))) {
    const path = `${MAIN}/customers/${customer}/coupons`
    for (const coupon of await server.api.get<{ id: string; state: string; order: string | null }[]>(path)) {
      states.set(coupon.id, coupon)
    }
  }
  expect(states.size, 'coupons').toBe(COUPONS)
  for (const [id, orders] of redeemed) {
    expect(orders, `orders that were told they have ${id}`).toHaveLength(1)
    expect(states.get(id), id).toMatchObject({ state: 'redeemed', order: orders[0] })
  }
  const count = [...states.values()].filter(({ state }) => state === 'redeemed').length
  const figures = () =>
    server.api.get<{ issued: number; redeemed: number }>(`${MAIN}/coupon-templates/${template}`)
  await expect.poll(figures, { timeout: 30_000 }).toMatchObject({ issued: COUPONS, redeemed: count })
  const agrees = await server.api.get<{ agrees: boolean }>(`${MAIN}/coupon-settlement/reconciliation`)
  expect(agrees.agrees, 'the settlement').toBe(true)
}
