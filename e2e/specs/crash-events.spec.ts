import { setTimeout as after } from 'node:timers/promises'
import { accepted, Collector } from '../fixtures/collector.ts'
import { KILLS } from '../fixtures/kills.ts'
import { orderBook } from '../fixtures/orders.ts'
import type { Random } from '../fixtures/random.ts'
import type { Server } from '../fixtures/server.ts'
import { expect, test } from '../fixtures/test.ts'
import type { CustomerRow, Import, TimelineEntry } from '../fixtures/types.ts'

const MAIN = '/api/brands/main'
const PEOPLE = 60
const CLIENTS = 4
const LINES = 8_000 * KILLS

// A start takes longer on a busy machine, and there are many.
test.setTimeout(240_000 + KILLS * 80_000)

/** What a client said of one call. */
interface Said {
  person: number
  meets: boolean
  order: boolean
  acknowledged: boolean
}

test('what was acknowledged is there once and nobody is half merged, whenever the server is killed', async ({
  server,
  random,
}) => {
  const { writeKey } = await server.api.post<{ writeKey: string }>(`${MAIN}/sources`, { name: 'website' })
  const collector = new Collector(server.url, writeKey)
  const sent = new Map<string, Said>()
  let sending = true
  let batches = 0

  const book = orderBook(random, LINES, 2_000)
  const file = await server.api.upload<Import>(`${MAIN}/imports?kind=orders&filename=orders.csv`, book.csv)
  await server.api.post<Import>(`${MAIN}/imports/${file.id}/start`, { mapping: file.mapping, source: 'till' })

  const client = async (name: string) => {
    for (let n = 0; sending; n++) {
      const batch = Array.from({ length: 20 }, (_, i) => call(`${name}-${n}-${i}`, random, sent))
      // Half of the clients' lost batches are sent again, as Segment's libraries do; the others are given up.
      const tries = random.next() < 0.5 ? 40 : 1
      if (await accepted(() => collector.batch(batch), tries)) {
        batches++
        for (const { messageId } of batch) sent.get(messageId)!.acknowledged = true
      }
    }
  }
  const clients = Array.from({ length: CLIENTS }, (_, i) => client(`client${i}`))
  for (let kill = 0; kill < KILLS; kill++) {
    const before = batches
    await expect.poll(() => batches, { intervals: [10] }).toBeGreaterThan(before + 5)
    await after(random.between(0, 400))
    await server.kill()
    await server.start()
  }
  sending = false
  await Promise.all(clients)

  const acknowledged = [...sent.values()].filter((one) => one.acknowledged).length
  console.log(`    ${acknowledged} of ${sent.size} events acknowledged over ${KILLS} kills`)
  const found = new Map<string, number>()
  for (let person = 1; person <= PEOPLE; person++) await wholePerson(server, person, sent, found)
  const lost = [...sent].filter(([id, { acknowledged }]) => acknowledged && !found.has(id))
  expect(lost, 'acknowledged and lost').toEqual([])
  expect([...found].filter(([, times]) => times > 1), 'there twice').toEqual([])
  expect([...found.keys()].filter((id) => !sent.has(id)), 'never sent').toEqual([])

  const imported = () => server.api.get<Import>(`${MAIN}/imports/${file.id}`)
  await expect.poll(async () => (await imported()).state, { timeout: 120_000 }).toBe('done')
  expect((await imported()).counts).toMatchObject({ lines: book.lines, orders: book.orders, refunds: book.refunds })
})

/** Somebody in a browser or with an account; one call in thirty shows that both are the same person. */
function call(messageId: string, random: Random, sent: Map<string, Said>) {
  const person = random.between(1, PEOPLE)
  const account = { userId: `user-${person}` }
  const browser = { anonymousId: `browser-${person}` }
  if (random.next() < 1 / 30) {
    sent.set(messageId, { person, meets: true, order: false, acknowledged: false })
    return { type: 'identify', messageId, ...account, ...browser, traits: { id: messageId } }
  }
  const order = messageId.endsWith('-0')
  sent.set(messageId, { person, meets: false, order, acknowledged: false })
  return {
    type: 'track',
    messageId,
    ...(random.next() < 0.5 ? account : browser),
    event: order ? 'Order Completed' : 'Product Viewed',
    properties: order ? { id: messageId, order_id: `O-${messageId}`, total: 12.5 } : { id: messageId },
  }
}

/** The customers of one person: two, or one once they met, and each agrees with its own log. Counts what they hold. */
async function wholePerson(server: Server, person: number, sent: Map<string, Said>, found: Map<string, number>) {
  const named = await Promise.all(
    ['user', 'browser'].map(async (name) =>
      (await server.api.get<{ items: CustomerRow[] }>(`${MAIN}/customers?q=${name}-${person}`)).items,
    ),
  )
  const customers = new Map(named.flat().map((row) => [row.customerNo, row]))
  const meetings = [...sent].filter(([, said]) => said.person === person && said.meets)
  let met = false
  for (const { customerNo, orders, netSales } of customers.values()) {
    const entries = await server.api.all<TimelineEntry>(`${MAIN}/customers/${customerNo}/timeline`)
    const ids = entries.flatMap(({ properties }) => (properties.id === undefined ? [] : [String(properties.id)]))
    for (const id of ids) {
      found.set(id, (found.get(id) ?? 0) + 1)
      expect(sent.get(id)?.person, `${id} belongs to`).toBe(person)
    }
    met ||= meetings.some(([id]) => ids.includes(id))
    // What a projection says agrees with the log, in whose transaction it was written.
    const bought = entries.filter((entry) => entry.name === 'Order Completed')
    expect([orders, netSales], `customer of person ${person}`).toEqual([bought.length, bought.length * 1250])
  }
  if (met) expect(customers.size, `person ${person} met and is one`).toBe(1)
  else expect(customers.size, `person ${person}`).toBeLessThanOrEqual(2)
  expect(met || meetings.every(([, said]) => !said.acknowledged), `person ${person} met`).toBe(true)
}
