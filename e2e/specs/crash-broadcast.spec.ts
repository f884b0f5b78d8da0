import { setTimeout as after } from 'node:timers/promises'
import type { Api } from '../fixtures/api.ts'
import { restartDatabase } from '../fixtures/database.ts'
import { introduce } from '../fixtures/introduce.ts'
import { KILLS, MAIL_CONNECTIONS } from '../fixtures/kills.ts'
import type { Delivery, Person, Simulator } from '../fixtures/simulator.ts'
import { expect, test } from '../fixtures/test.ts'
import { friends, mailSettings, town, wecomSettings } from '../fixtures/town.ts'
import type { Broadcast, Job, Progress, RecipientRow } from '../fixtures/types.ts'

const MAIN = '/api/brands/main'
const PEOPLE = Math.max(1_000, 40 * KILLS)
const GUIDES = 20

// The simulator lists a message as soon as it is created, so there is no need to wait as long as for WeCom.
test.use({ options: ['--waterwheel.wecom.settle=2s'] })

// A start takes longer on a busy machine, and there are many.
test.setTimeout(240_000 + KILLS * 80_000)

test('a broadcast that is killed again and again, and loses its database, reaches everybody once or says whom it does not know', async ({
  server,
  simulator,
  random,
}) => {
  const { api } = server
  const byWecom = friends(PEOPLE, GUIDES)
  const byMail = readers(PEOPLE)
  await simulator.world(town([...byWecom, ...byMail], GUIDES))
  await api.put(`${MAIN}/wecom/settings`, wecomSettings(simulator))
  await api.put(`${MAIN}/email/settings`, mailSettings(simulator))
  const sync = await api.post<Job>(`${MAIN}/wecom/sync`)
  await introduce(api, server.url, byMail)
  await expect.poll(async () => (await api.get<Job>(`/api/jobs/${sync.id}`)).state, { timeout: 60_000 }).toBe('done')

  const wecom = await planned(api, 'wecom')
  const email = await planned(api, 'email')
  // Slow enough that a kill finds something on its way.
  await simulator.fault({ path: 'add_msg_template', kind: 'slow', millis: 10 })
  await simulator.fault({ path: 'smtp', kind: 'slow', millis: 40 })
  await api.post(`${MAIN}/broadcasts/${wecom}/start`)
  await api.post(`${MAIN}/broadcasts/${email}/start`)

  const handled = async () => {
    const both = await Promise.all([progress(api, wecom), progress(api, email)])
    return both.reduce((sum, { recipients, pending }) => sum + recipients - pending, 0)
  }
  const killedAt: number[] = []
  let restarts = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const from = Math.floor(((kill + random.next()) / KILLS) * 2 * PEOPLE * 0.9)
    await expect.poll(handled, { intervals: [50], timeout: 120_000 }).toBeGreaterThanOrEqual(from)
    await after(random.between(0, 150))
    if (kill % 10 === Math.min(1, KILLS - 1)) {
      const before = await handled()
      await restartDatabase(server, random.next() < 0.5 ? 'fast' : 'immediate', random.between(200, 2_000))
      restarts++
      // By itself: nobody resumes it.
      const goesOn = expect.poll(() => handled().catch(() => 0), { timeout: 60_000 })
      await goesOn.toBeGreaterThan(Math.min(before, 2 * PEOPLE - 1))
    }
    killedAt.push(await handled())
    await server.kill()
    await server.start()
  }
  console.log(`    killed at ${killedAt.join(', ')} of ${2 * PEOPLE}; database restarted ${restarts} times`)

  for (const id of [wecom, email]) {
    // By itself, and within a minute.
    await expect
      .poll(async () => (await api.get<Broadcast>(`${MAIN}/broadcasts/${id}`)).state, { timeout: 60_000 })
      .toBe('done')
  }
  await expect
    .poll(async () => (await simulator.record('wecom')).length, { timeout: 60_000 })
    .toBe((await progress(api, wecom)).sent)

  expect(await simulator.duplicates(), 'the same text twice').toEqual([])
  const unknown = [
    await onceEach(simulator, api, 'wecom', wecom, byWecom),
    await onceEach(simulator, api, 'email', email, byMail),
  ]
  console.log(`    unknown: ${unknown[0]} by WeCom, ${unknown[1]} by e-mail`)
  // WeCom can be asked, because the text has a link; SMTP cannot.
  expect(unknown[0], 'unknown by WeCom').toBe(0)
  expect(unknown[1], 'unknown by e-mail').toBeLessThanOrEqual((KILLS + restarts) * MAIL_CONNECTIONS)
})

/** Compares the product's word with the simulator's own record, person for person; returns how many are unknown. */
async function onceEach(
  simulator: Simulator,
  api: Api,
  channel: Delivery['channel'],
  broadcast: string,
  people: Person[],
): Promise<number> {
  const times = new Map<string, number>()
  for (const { person } of await simulator.record(channel)) times.set(person, (times.get(person) ?? 0) + 1)
  expect([...times].filter(([, count]) => count > 1), `${channel}: written to twice`).toEqual([])

  const rows = await api.all<RecipientRow>(`${MAIN}/broadcasts/${broadcast}/recipients`)
  const state = new Map(rows.map((row) => [row.name, row.state]))
  expect(state.size, `${channel}: recipients`).toBe(people.length)
  const silent = people.filter(({ id, name }) => !times.has(id) && state.get(name) !== 'unknown')
  expect(silent.map(({ name }) => `${name} ${state.get(name)}`), `${channel}: missing without a word`).toEqual([])
  const denied = people.filter(({ id, name }) => times.has(id) && ['pending', 'failed', 'cancelled'].includes(state.get(name) ?? ''))
  expect(denied.map(({ name }) => `${name} ${state.get(name)}`), `${channel}: reached and not counted`).toEqual([])

  const counts = await progress(api, broadcast)
  const unknown = [...state.values()].filter((each) => each === 'unknown').length
  expect(counts).toMatchObject({ recipients: people.length, pending: 0, failed: 0, cancelled: 0, unknown })
  expect(counts.sent).toBe(people.length - unknown)
  return unknown
}

function readers(count: number): Person[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `reader-${n}`,
    external_userid: null,
    unionid: null,
    name: `读者${String(n).padStart(4, '0')}`,
    email: `reader-${n}@mail.test`,
    shopUserId: null,
    follow: [],
  }))
}

/** A broadcast to everybody whom the channel reaches, with a text of each one's own, planned and not started. */
async function planned(api: Api, channel: 'wecom' | 'email'): Promise<string> {
  const attribute = channel === 'wecom' ? 'reachableByWecom' : 'reachableByEmail'
  const definition = { type: 'attribute', attribute, operator: 'is', values: ['true'] }
  await expect
    .poll(async () => (await api.post<{ count: number }>(`${MAIN}/segments/count`, { definition })).count, {
      timeout: 60_000,
    })
    .toBe(PEOPLE)
  const segment = await api.post<{ id: string }>(`${MAIN}/segments`, { name: `all-${channel}`, description: null, definition })
  const template = await api.post<{ id: string }>(`${MAIN}/templates`, {
    name: `hello-${channel}`,
    channel,
    subject: channel === 'email' ? '{{ customer.name }}，见信好' : null,
    body: '{{ customer.name }}，新茶到了：{{ link }}',
    linkUrl: 'https://shop.example/tea',
  })
  const { id } = await api.post<Broadcast>(`${MAIN}/broadcasts`, {
    name: `hello-${channel}`,
    segmentId: segment.id,
    templateId: template.id,
    purpose: 'marketing',
    holdoutPercent: 0,
    windowDays: 7,
  })
  await api.post(`${MAIN}/broadcasts/${id}/plan`)
  const path = `${MAIN}/broadcasts/${id}`
  await expect.poll(async () => (await api.get<Broadcast>(path)).state, { timeout: 60_000 }).toBe('planned')
  expect((await api.get<Broadcast>(path)).plan).toMatchObject({ segment: PEOPLE, recipients: PEOPLE, calls: PEOPLE })
  return id
}

async function progress(api: Api, id: string): Promise<Progress> {
  const { progress } = await api.get<Broadcast>(`${MAIN}/broadcasts/${id}`)
  if (!progress) throw new Error('a broadcast that was started has progress')
  return progress
}
