import { setTimeout as after } from 'node:timers/promises'
import { restartDatabase } from '../fixtures/database.ts'
import { introduce } from '../fixtures/introduce.ts'
import { KILLS, MAIL_CONNECTIONS } from '../fixtures/kills.ts'
import { Receiver } from '../fixtures/receiver.ts'
import type { Server } from '../fixtures/server.ts'
import type { Delivery, Person, Simulator } from '../fixtures/simulator.ts'
import { BusyGuide, buys, deeds, happen, minuteAhead, publishCourse, type Course } from '../fixtures/teahouse.ts'
import { expect, test } from '../fixtures/test.ts'
import { friends, mailSettings, STILL, town, wecomSettings } from '../fixtures/town.ts'
import type { CustomerJourney, CustomerRow, Job, JourneyCounts, TimelineEntry } from '../fixtures/types.ts'

const MAIN = '/api/brands/main'
const PEOPLE = 100 + 4 * KILLS
const GUIDES = 10
/** The longest wait of the journey is a minute; at fifty kills there is one about every nine seconds. */
const SPAN = Math.max(70_000, KILLS * 9_000)
const RESTARTS = Math.ceil(KILLS / 10)

test.use({ options: ['--waterwheel.wecom.settle=2s', '--waterwheel.exchange.private-addresses=true'] })
test.setTimeout(300_000 + SPAN + KILLS * 40_000)

test('people pass every node of a journey once, however often the server is killed and the database restarts', async ({
  server,
  simulator,
  random,
}) => {
  const { api } = server
  const receiver = await Receiver.open()
  const people = friends(PEOPLE, GUIDES, (n) => ({ email: `friend-${n}@mail.test` }))
  await simulator.world(town(people, GUIDES, { behaviour: { ...STILL, confirmDelayMs: 3_000 } }))
  await api.put(`${MAIN}/wecom/settings`, wecomSettings(simulator))
  await api.put(`${MAIN}/email/settings`, mailSettings(simulator))
  const sync = await api.post<Job>(`${MAIN}/wecom/sync`)
  const collector = await introduce(api, server.url, people, ({ id }) => ({ city: city(id) }))
  await expect.poll(async () => (await api.get<Job>(`/api/jobs/${sync.id}`)).state, { timeout: 60_000 }).toBe('done')
  await api.post(`${MAIN}/webhooks`, {
    name: 'crm',
    url: receiver.url,
    events: ['Journey Signalled'],
    personalData: false,
    fromBeginning: false,
  })
  // Slow enough that a kill finds something on its way.
  await simulator.fault({ path: 'add_msg_template', kind: 'slow', millis: 30 })
  await simulator.fault({ path: 'smtp', kind: 'slow', millis: 200 })

  const entering = Math.max(12_000, SPAN - 70_000)
  const clock = minuteAhead(entering + 10_000)
  const course = await publishCourse(api, clock)
  const guide = new BusyGuide(api)
  const working = guide.work()
  const begin = Date.now()
  const happening = happen(collector, deeds(people, random, entering))
  for (let kill = 0; kill < KILLS; kill++) {
    if (kill % 10 === Math.min(1, KILLS - 1)) {
      await restartDatabase(server, random.next() < 0.5 ? 'fast' : 'immediate', random.between(500, 3_000))
      await after(random.between(1_000, 5_000))
      expect(server.running, 'the server outlives its database').toBe(true)
    }
    const at = begin + ((kill + random.next()) / KILLS) * SPAN
    await after(Math.max(random.between(0, 1_500), at - Date.now()))
    await server.kill()
    await server.start()
  }
  await happening
  await after(clock + 5_000 - Date.now())
  await atRest(server, course)
  guide.goHome()
  await working

  const journeys = await traces(server)
  people.filter((_, n) => buys(n)).forEach(({ name }) => {
    const run = journeys.byName.get(name)?.find(({ journey }) => journey === course.main)
    expect(run?.goalAt, `the goal of ${name}`).not.toBeNull()
  })
  const unknown = await sentOnce(simulator, people, course, journeys)
  await toldOnce(receiver, course, journeys)
  for (const [customer, ids] of guide.seen) expect(ids.size, `tasks of ${customer}`).toBe(1)
  for (const customer of guide.done) {
    const work = journeys.byNumber.get(customer)?.find(({ journey }) => journey === course.main)
    expect(['done', null], `the task of ${customer}`).toContain(exitOf(work, 'work'))
  }
  const seconds = Math.round((Date.now() - begin) / 1_000)
  const again = receiver.told.length - new Set(receiver.told.map(({ id }) => id)).size
  console.log(
    `    ${KILLS} kills and ${RESTARTS} restarts of the database in ${seconds} s: ` +
      `${PEOPLE} people, ${unknown} letters unknown, ${again} webhooks repeated with their key`,
  )
  expect(unknown, 'unknown by e-mail').toBeLessThanOrEqual((KILLS + RESTARTS) * MAIL_CONNECTIONS)
  await receiver.close()
})

/** A few live so far away that a rule takes them out as soon as they have waited. */
function city(id: string): string {
  const n = Number(id.split('-')[1])
  return n % 17 === 5 ? '北京' : n % 2 === 0 ? '杭州' : '上海'
}

/** Everybody came in; those still inside are kept back to compare with, or came too late for the time of today. */
async function atRest(server: Server, { main, other }: Course) {
  const counts = (id: string) => server.api.get<JourneyCounts>(`${MAIN}/journeys/${id}/counts`)
  await expect
    .poll(
      async () => {
        const [here, there] = await Promise.all([counts(main), counts(other)])
        const nodes = here.nodes.filter(
          ({ node, inside, aside }) => aside > 0 || (inside > 0 && !['hold', 'clock'].includes(node)),
        )
        return { entered: here.entered, nodes, there: there.inside }
      },
      { timeout: 150_000, intervals: [1_000] },
    )
    .toEqual({ entered: PEOPLE, nodes: [], there: 0 })
}

interface Traces {
  byNumber: Map<number, CustomerJourney[]>
  byName: Map<string, CustomerJourney[]>
}

/** The ways all of them went: no node twice, and what is told of them is told once. */
async function traces(server: Server): Promise<Traces> {
  const found: Traces = { byNumber: new Map(), byName: new Map() }
  for (const { customerNo, name } of await server.api.all<CustomerRow>(`${MAIN}/customers`)) {
    const runs = await server.api.get<CustomerJourney[]>(`${MAIN}/customers/${customerNo}/journeys`)
    found.byNumber.set(customerNo, runs)
    found.byName.set(String(name), runs)
    for (const { journey, path } of runs) {
      const nodes = path.map(({ node }) => node)
      expect(new Set(nodes).size, `${name} in ${journey}: ${nodes.join(', ')}`).toBe(nodes.length)
    }
    expect(new Set(runs.map(({ journey }) => journey)).size, `the journeys of ${name}`).toBe(runs.length)
    const passed = (id: string) => runs.filter((run) => exitOf(run, id)).length
    const expected = {
      'Journey Entered': runs.length,
      'Journey Exited': runs.filter(({ state }) => state === 'ended').length,
      'Journey Goal Reached': runs.filter(({ goalAt }) => goalAt !== null).length,
      'Journey Signalled': passed('hook'),
      'Tag Added': passed('tag') + passed('again'),
      'Tag Removed': passed('untag'),
    }
    // What stands in an outbox reaches the log a moment later.
    await expect
      .poll(async () => times(await server.api.all(`${MAIN}/customers/${customerNo}/timeline`), expected), {
        message: `what is told of ${name}`,
      })
      .toEqual(expected)
  }
  return found
}

function times(entries: TimelineEntry[], asked: Record<string, number>): Record<string, number> {
  const named = (name: string) => entries.filter((entry) => entry.name === name).length
  return Object.fromEntries(Object.keys(asked).map((name) => [name, named(name)]))
}

/** By which way somebody left a node; null where they were taken out, undefined where they never were. */
function exitOf(run: CustomerJourney | undefined, id: string): string | null | undefined {
  return run?.path.find(({ node }) => node === id)?.exit
}

/** Compares what journeys say with the simulator's own record; returns how many letters are unknown. */
async function sentOnce(simulator: Simulator, people: Person[], course: Course, { byName }: Traces): Promise<number> {
  expect(await simulator.duplicates(), 'the same text twice').toEqual([])
  const letters = await received(simulator, 'email')
  const runs = (person: Person, id: string) => byName.get(person.name)?.find(({ journey }) => journey === id)
  let unknown = 0
  for (const person of people) {
    const mail = runs(person, course.main)?.path.find(({ node }) => node === 'mail')
    const got = letters.get(person.id) ?? 0
    if (mail?.exit === 'notSent') {
      expect(['interrupted', 'connection-lost'], `the letter to ${person.name}`).toContain(mail.note)
      unknown++
      expect(got, `letters to ${person.name}`).toBeLessThanOrEqual(1)
    } else if (mail?.exit === 'sent') {
      expect(got, `letters to ${person.name}`).toBe(1)
    } else {
      // Kept back, or taken out while the letter was under way.
      expect(got, `letters to ${person.name}`).toBeLessThanOrEqual(mail === undefined ? 0 : 1)
    }
  }

  const least = people.map((person) => [
    exitOf(runs(person, course.main), 'guide'),
    exitOf(runs(person, course.other), 'hello'),
  ])
  const sent = least.flat().filter((exit) => exit === 'sent').length
  // WeCom can be asked, because the text has a link.
  expect(least.flat().filter((exit) => exit === 'notSent'), 'not sent by WeCom').toEqual([])
  await expect
    .poll(async () => sum(await received(simulator, 'wecom')), { timeout: 30_000 })
    .toBeGreaterThanOrEqual(sent)
  const messages = await received(simulator, 'wecom')
  people.forEach((person, n) => {
    const got = messages.get(person.id) ?? 0
    expect(got, `messages to ${person.name}`).toBeGreaterThanOrEqual(least[n].filter((exit) => exit === 'sent').length)
    expect(got, `messages to ${person.name}`).toBeLessThanOrEqual(least[n].filter((exit) => exit !== undefined).length)
  })
  return unknown
}

async function received(simulator: Simulator, channel: Delivery['channel']): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { person } of await simulator.record(channel)) counts.set(person, (counts.get(person) ?? 0) + 1)
  return counts
}

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((all, one) => all + one, 0)
}

/** Whoever passed the webhook was told of, and what was told again was told under the same key. */
async function toldOnce(receiver: Receiver, { main }: Course, { byNumber }: Traces) {
  const wanted = [...byNumber.values()].flat().flatMap((run) => {
    const place = run.path.findIndex(({ node }) => node === 'hook')
    return run.journey === main && place >= 0 ? [`journey/${run.id}/${place + 1}`] : []
  })
  const told = () => receiver.told.map(({ data }) => data.messageId)
  await expect.poll(() => new Set(told()).size, { timeout: 60_000 }).toBe(wanted.length)
  expect([...new Set(told())].toSorted()).toEqual(wanted.toSorted())
  const keys = new Map<string, Set<string>>()
  for (const { id, data } of receiver.told) keys.set(data.messageId, (keys.get(data.messageId) ?? new Set()).add(id))
  expect([...keys].filter(([, ids]) => ids.size > 1), 'told again under another key').toEqual([])
}
