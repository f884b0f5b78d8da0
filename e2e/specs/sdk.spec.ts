import RudderNode from '@rudderstack/rudder-sdk-node'
import { Analytics as SegmentNode } from '@segment/analytics-node'
import type { Page } from '@playwright/test'
import { Server } from '../fixtures/server.ts'
import { Site } from '../fixtures/site.ts'
import { StumblingWay } from '../fixtures/stumbling.ts'
import { expect, test } from '../fixtures/test.ts'
import type { CustomerRow, TimelineEntry } from '../fixtures/types.ts'

const MAIN = '/api/brands/main'

/** What each library does, and what the customer's timeline shows of it, each once. */
const DONE = ['Aliased', 'Group Joined', 'Identified', 'Order Completed', 'Page Viewed', 'Product Viewed']

/** Of one library's customer: an order's number is a brand's own. */
const order = (n: number) => ({ order_id: `SO-${n}`, total: 68 })

// Every library waits longer before each new try.
test.setTimeout(180_000)

let server: Server
let way: StumblingWay
let key: string
let shops = 0

test.beforeAll(async () => {
  server = await Server.fresh('sdk')
})

test.afterAll(() => server?.dispose())

test.beforeEach(async () => {
  way = await StumblingWay.to(server.url)
  key = (await server.api.post<{ writeKey: string }>(`${MAIN}/sources`, { name: `shop ${++shops}` })).writeKey
})

test.afterEach(async ({}, info) => {
  await way.close()
  if (info.status !== info.expectedStatus) await info.attach('server.log', { path: server.log })
})

test('Segment’s library for Node runs unchanged', async () => {
  const failed: unknown[] = []
  const analytics = new SegmentNode({ writeKey: key, host: way.url, flushAt: 4 })
  analytics.on('error', (error) => failed.push(error))
  const userId = 'u-1'
  analytics.identify({ userId, traits: { name: '李雷', email: 'lilei@example.com', buyer_id: 'tmall:1' } })
  analytics.track({ userId, event: 'Product Viewed', properties: { product_id: 'A-17' } })
  analytics.track({ userId, event: 'Order Completed', properties: order(1) })
  analytics.page({ userId, name: '咖啡', category: '商品', properties: { url: 'https://shop.example/beans' } })
  analytics.group({ userId, groupId: 'club', traits: { name: '西湖读书会' } })
  analytics.alias({ userId, previousId: 'till-1' })
  analytics.screen({ userId, name: '首页' })
  await analytics.closeAndFlush()

  expect(failed).toEqual([])
  expect(way.stumbles).toEqual({ refused: 1, lost: 1 })
  const { entries, row } = await customer(userId)
  expect(names(entries)).toEqual([...DONE, 'Screen Viewed'].sort())
  expect([row.name, row.orders, row.netSales]).toEqual(['李雷', 1, 6800])
  expect(properties(entries, 'Page Viewed')).toMatchObject({ name: '咖啡', category: '商品', url: 'https://shop.example/beans' })
  expect(properties(entries, 'Group Joined')).toMatchObject({ groupId: 'club', name: '西湖读书会' })
  expect(properties(entries, 'Aliased')).toMatchObject({ previousId: 'till-1' })
  expect(properties(entries, 'Identified')).toMatchObject({ email: '****' })
})

test('RudderStack’s library for Node runs unchanged', async () => {
  const rudder = new RudderNode(key, { dataPlaneUrl: way.url, logLevel: 'none', retryCount: 5 })
  const userId = 'u-2'
  rudder.identify({ userId, traits: { name: '韩梅梅', phone: '13900000002' } })
  rudder.track({ userId, event: 'Product Viewed', properties: { product_id: 'A-17' } })
  rudder.track({ userId, event: 'Order Completed', properties: order(2) })
  rudder.page({ userId, name: '咖啡' })
  rudder.group({ userId, groupId: 'club', traits: { name: '西湖读书会' } })
  rudder.alias({ userId, previousId: 'till-2' })
  // Its first call went off at once; flushing waits for that and sends the rest.
  await rudder.flush()

  expect(way.stumbles).toEqual({ refused: 1, lost: 1 })
  const { entries, row } = await customer(userId)
  expect(names(entries)).toEqual(DONE)
  expect([row.name, row.orders, row.netSales]).toEqual(['韩梅梅', 1, 6800])
  expect(properties(entries, 'Page Viewed')).toMatchObject({ name: '咖啡' })
  expect(properties(entries, 'Identified')).toMatchObject({ phone: '****' })
})

test('Segment’s library for browsers runs unchanged', async ({ page }) => {
  const site = await Site.with('@segment/analytics-next/dist/umd/index.js')
  const elsewhere = strangers(page, [site.url, server.url, way.url])
  await page.goto(site.url)
  await page.evaluate(
    async ({ key, cdnURL, apiHost, order }) => {
      const { AnalyticsBrowser } = (window as any).AnalyticsNext
      const analytics = AnalyticsBrowser.load(
        { writeKey: key, cdnURL },
        { integrations: { 'Segment.io': { apiHost, protocol: 'http' } } },
      )
      await analytics.page('商品', '咖啡')
      await analytics.identify('u-3', { name: '林涛', email: 'lintao@example.com' })
      await analytics.track('Product Viewed', { product_id: 'A-17' })
      await analytics.track('Order Completed', order)
      await analytics.group('club', { name: '西湖读书会' })
      await analytics.alias('u-3', 'till-3')
    },
    { key, cdnURL: way.url, apiHost: `${way.host}/v1`, order: order(3) },
  )

  // It sends again in its own time.
  await expect.poll(async () => names((await customer('u-3')).entries), { timeout: 60_000 }).toEqual(DONE)
  expect(way.stumbles).toEqual({ refused: 1, lost: 1 })
  const { entries, row } = await customer('u-3')
  expect([row.name, row.orders, row.netSales]).toEqual(['林涛', 1, 6800])
  expect(properties(entries, 'Page Viewed')).toMatchObject({ name: '咖啡', category: '商品', title: '云南小粒咖啡豆' })
  expect(elsewhere).toEqual([])
  await site.close()
})

test('Segment’s library for browsers needs no more than the server’s address, also when it sends batches', async ({ page }) => {
  const site = await Site.with('@segment/analytics-next/dist/umd/index.js')
  const elsewhere = strangers(page, [site.url, server.url])
  await page.goto(site.url)
  await page.evaluate(
    async ({ key, cdnURL }) => {
      const { AnalyticsBrowser } = (window as any).AnalyticsNext
      const batching = { strategy: 'batching', config: { size: 2, timeout: 100 } }
      const analytics = AnalyticsBrowser.load(
        { writeKey: key, cdnURL },
        { integrations: { 'Segment.io': { deliveryStrategy: batching } } },
      )
      await analytics.identify('u-4')
      await analytics.track('Product Viewed')
      await analytics.track('Product Added')
    },
    { key, cdnURL: server.url },
  )

  await expect
    .poll(async () => names((await customer('u-4')).entries))
    .toEqual(['Identified', 'Product Added', 'Product Viewed'])
  expect(elsewhere).toEqual([])
  await site.close()
})

test('RudderStack’s library for browsers runs unchanged', async ({ page }) => {
  const site = await Site.with('@rudderstack/analytics-js/dist/npm/modern/bundled/umd/index.js')
  const elsewhere = strangers(page, [site.url, server.url, way.url])
  await page.goto(site.url)
  await page.evaluate(
    async ({ key, dataPlaneUrl, configUrl, order }) => {
      const rudder = new (window as any).rudderanalytics.RudderAnalytics()
      rudder.load(key, dataPlaneUrl, { configUrl })
      await new Promise<void>((ready) => rudder.ready(ready))
      rudder.page('商品', '咖啡')
      rudder.identify('u-5', { name: '魏华', email: 'weihua@example.com' })
      rudder.track('Product Viewed', { product_id: 'A-17' })
      rudder.track('Order Completed', order)
      rudder.group('club', { name: '西湖读书会' })
      rudder.alias('u-5', 'till-5')
    },
    { key, dataPlaneUrl: way.url, configUrl: `${way.url}/v1`, order: order(5) },
  )

  await expect.poll(async () => names((await customer('u-5')).entries), { timeout: 90_000 }).toEqual(DONE)
  expect(way.stumbles).toEqual({ refused: 1, lost: 1 })
  const { entries, row } = await customer('u-5')
  // Its traits stand in the context alone.
  expect([row.name, row.orders, row.netSales]).toEqual(['魏华', 1, 6800])
  expect(properties(entries, 'Page Viewed')).toMatchObject({ name: '咖啡', category: '商品' })
  expect(elsewhere).toEqual([])
  await site.close()
})

/** The timeline of the one customer with this user id, and the list's row; nothing before there is one. */
async function customer(userId: string) {
  const { items } = await server.api.get<{ items: CustomerRow[] }>(`${MAIN}/customers?q=${userId}`)
  if (items.length === 0) return { row: undefined as unknown as CustomerRow, entries: [] }
  expect(items.length, userId).toBe(1)
  const entries = await server.api.all<TimelineEntry>(`${MAIN}/customers/${items[0].customerNo}/timeline`)
  return { row: items[0], entries }
}

function names(entries: TimelineEntry[]): string[] {
  return entries.map(({ name }) => name).sort()
}

function properties(entries: TimelineEntry[], name: string) {
  return entries.find((entry) => entry.name === name)?.properties
}

/** Fills with the addresses of others than these that the page turns to. */
function strangers(page: Page, known: string[]): string[] {
  const origins = known.map((url) => new URL(url).origin)
  const found: string[] = []
  page.on('request', (asked) => {
    const { origin } = new URL(asked.url())
    if (!origins.includes(origin)) found.push(asked.url())
  })
  return found
}
