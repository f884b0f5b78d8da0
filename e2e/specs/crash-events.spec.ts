import { setTimeout as after } from 'node:timers/promises'
import { Collector } from '../fixtures/collector.ts'
import { expect, test } from '../fixtures/test.ts'
import type { CustomerRow, TimelineEntry } from '../fixtures/types.ts'

const MAIN = '/api/brands/main'
const PEOPLE = 60
const CLIENTS = 4
const KILLS = 3

// A start takes longer on a busy machine, and there are many.
test.setTimeout(480_000)

test('an event that was acknowledged is there once, whenever the server is killed', async ({ server, random }) => {
  const { writeKey } = await server.api.post<{ writeKey: string }>(`${MAIN}/sources`, { name: 'website' })
  const collector = new Collector(server.url, writeKey)
  const sent = new Map<string, 'acknowledged' | 'unanswered'>()
  let sending = true
  let batches = 0

  const client = async (name: string) => {
    for (let n = 0; sending; n++) {
      const batch = Array.from({ length: 20 }, (_, i) => event(`${name}-${n}-${i}`, random.between(1, PEOPLE)))
      for (const { messageId } of batch) sent.set(messageId, 'unanswered')
      // Half of the clients' lost batches are sent again, as Segment's libraries do; the others are given up.
      const tries = random.next() < 0.5 ? 40 : 1
      if (await accepted(() => collector.batch(batch), tries)) {
        batches++
        for (const { messageId } of batch) sent.set(messageId, 'acknowledged')
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

  const found = new Map<string, number>()
  for (let person = 1; person <= PEOPLE; person++) {
    const customer = await server.api.get<{ items: CustomerRow[] }>(`${MAIN}/customers?q=user-${person}`)
    expect(customer.items.length, `user-${person}`).toBe(1)
    const [{ customerNo, orders, netSales }] = customer.items
    const entries = await server.api.all<TimelineEntry>(`${MAIN}/customers/${customerNo}/timeline`)
    for (const { properties } of entries) {
      const id = String(properties.id)
      found.set(id, (found.get(id) ?? 0) + 1)
    }
    // What a projection says agrees with the log, in whose transaction it was written.
    const bought = entries.filter((entry) => entry.name === 'Order Completed')
    expect([orders, netSales], `user-${person}`).toEqual([bought.length, bought.length * 1250])
  }

  const acknowledged = [...sent].filter(([, fate]) => fate === 'acknowledged').map(([id]) => id)
  console.log(`    ${acknowledged.length} of ${sent.size} events acknowledged over ${KILLS} kills`)
  expect(acknowledged.filter((id) => !found.has(id)), 'acknowledged and lost').toEqual([])
  expect([...found].filter(([, times]) => times > 1), 'there twice').toEqual([])
  expect([...found.keys()].filter((id) => !sent.has(id)), 'never sent').toEqual([])
})

/** Whether the server said 200 at last. */
async function accepted(send: () => Promise<Response>, tries: number): Promise<boolean> {
  for (let left = tries; left > 0; left--) {
    try {
      const answer = await send()
      if (answer.ok) return true
      expect(answer.status, 'an event is only ever refused for want of time').toBe(503)
    } catch {
      // The connection broke: nobody can say whether the server wrote it.
    }
    await after(500)
  }
  return false
}

function event(id: string, person: number) {
  const order = id.endsWith('-0')
  return {
    type: 'track',
    messageId: id,
    userId: `user-${person}`,
    event: order ? 'Order Completed' : 'Product Viewed',
    properties: order ? { id, order_id: `O-${id}`, total: 12.5 } : { id },
  }
}
