import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { Collector } from '../fixtures/collector.ts'
import { Console } from '../fixtures/console.ts'
import { Random } from '../fixtures/random.ts'
import { retailFile, sumsOf } from '../fixtures/retail.ts'
import { Server } from '../fixtures/server.ts'
import { Simulator } from '../fixtures/simulator.ts'
import { expect, test } from '../fixtures/test.ts'
import { CORP, friends, mailSettings, STILL, town } from '../fixtures/town.ts'
import type { Broadcast, CustomerRow, Home } from '../fixtures/types.ts'

const MAIN = '/api/brands/main'
const PASSWORD = 'the wheel turns at dawn'
const GUIDES = 4
const FRIENDS = 200
const READERS = 120

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test.describe('an operator turns the wheel once', () => {
  const file = retailFile(new Random(11))
  const sums = sumsOf(file.text)
  const buyers = [...sums.paidOrders.keys()].sort()
  const members = buyers.slice(0, FRIENDS)
  const repeaters = [...sums.paidOrders.values()].filter((orders) => orders >= 2).length
  const people = friends(FRIENDS, GUIDES, (n) => ({
    shopUserId: `shop-${members[n]}`,
    email: n < READERS ? `reader-${n}@mail.test` : null,
  }))

  let server: Server
  let simulator: Simulator
  let page: Page
  let desk: Console
  let writeKey: string

  test.beforeAll(async ({ browser }) => {
    ;[server, simulator] = await Promise.all([
      Server.fresh('journey', ['--waterwheel.wecom.settle=2s']),
      Simulator.fresh('journey'),
    ])
    page = await browser.newPage()
    desk = new Console(page, server.url)
  })

  test.afterEach(async ({}, info) => {
    if (info.status === info.expectedStatus) return
    await info.attach('server.log', { path: server.log })
    await info.attach('simulator.log', { path: simulator.log })
  })

  test.afterAll(async () => {
    await page?.close()
    await Promise.all([server?.dispose(), simulator?.stop()])
  })

  test('signs in with the one-time password and must change it', async () => {
    await desk.open('/')
    await expect(page.getByRole('button', { name: /登\s*录/ })).toBeVisible()
    await desk.picture('sign-in')
    await desk.signIn('admin', server.oneTimePassword)
    await expect(page.getByText('这是一次性密码')).toBeVisible()
    await page.getByLabel('当前密码').fill(server.oneTimePassword)
    await page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
    await page.getByLabel('再输一次新密码').fill(PASSWORD)
    await desk.press('换成新密码')
    await expect(page).toHaveURL(/\/b\/main\/home/)
    await expect(page.getByRole('heading', { name: '欢迎，先让水流进来' })).toBeVisible()
    await desk.picture('home-empty')
  })

  test('sets the brand to pounds and London', async () => {
    await desk.open('/b/main/settings/brand')
    await page.getByLabel('品牌名称').fill('礼物铺')
    await desk.choose(page.getByLabel('币种'), 'GBP', 'GBP')
    await desk.choose(page.getByLabel('时区'), 'Europe/London', 'Europe/London')
    await desk.press('保存')
    await expect(page.getByText('已保存')).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('品牌名称')).toHaveValue('礼物铺')
    await expect(page.getByText('Europe/London')).toBeVisible()
  })

  test('imports an order file, with its columns guessed and its bad lines told', async () => {
    test.info().annotations.push({ type: 'data', description: file.real ? 'Online Retail II' : 'generated' })
    await desk.open('/b/main/imports')
    await page.getByRole('link', { name: '导入文件' }).first().click()
    await page.locator('input[type=file]').setInputFiles({
      name: file.name,
      mimeType: 'application/gzip',
      buffer: file.packed,
    })
    await expect(page.getByTestId('map-orderNumber')).toContainText('InvoiceNo')
    await expect(page.getByTestId('map-paidAt')).toContainText('InvoiceDate')
    await expect(page.getByTestId('map-customer')).toContainText('CustomerID')
    await expect(page.getByTestId('map-unitPrice')).toContainText('UnitPrice')
    await expect(page.getByText('必填字段都对上了')).toBeVisible()
    await desk.picture('import-mapping')
    await page.locator('#import-source').fill('网店')
    await page.getByTestId('start-import').click()

    await expect(page.getByRole('progressbar')).toBeVisible()
    await expect(page.getByText(/导入完成/)).toBeVisible({ timeout: 60_000 })
    const exact = (n: number) => n.toLocaleString('en')
    await expect(page.getByText(/导入完成/)).toContainText(
      `${exact(sums.orders)} 单、${exact(sums.refunds)} 笔退款，新客户 ${exact(sums.customers.length)} 人`,
    )
    expect(await desk.figure('import-anonymous')).toBe(sums.anonymousOrders)
    expect(await desk.figure('import-rejected')).toBe(sums.rejected)
    await desk.picture('import-done')

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载错误 CSV' }).click(),
    ])
    const errors = readFileSync(await download.path(), 'utf8')
    expect(errors.trimEnd().split('\n').length).toBe(sums.rejected + 1)
    for (const value of ['many', 'soon']) expect(errors).toContain(value)
  })

  test('imports the same file again and nothing changes', async () => {
    await desk.open('/b/main/imports/new')
    await page.locator('input[type=file]').setInputFiles({
      name: file.name,
      mimeType: 'application/gzip',
      buffer: file.packed,
    })
    await page.locator('#import-source').fill('网店')
    await page.getByTestId('start-import').click()
    await expect(page.getByText(/导入完成/)).toContainText('新客户 0 人', { timeout: 60_000 })
    await expect(page.getByTestId('import-unchanged')).toContainText((sums.orders + sums.refunds).toLocaleString('en'))
  })

  test('sees on the home page what the file adds up to', async () => {
    await expect
      .poll(async () => valueOf(await server.api.get<Home>(`${MAIN}/home`), 'netSales'), { timeout: 60_000 })
      .toBe(sums.net)
    const home = await server.api.get<Home>(`${MAIN}/home`)
    expect(valueOf(home, 'customers')).toBe(sums.customers.length)
    expect(valueOf(home, 'buyers')).toBe(buyers.length)
    expect(valueOf(home, 'anonymousShare')).toBeCloseTo(sums.anonymousNet / sums.net, 9)
    expect(valueOf(home, 'repurchaseRate')).toBeCloseTo(repeaters / buyers.length, 9)

    await desk.open('/b/main/home')
    await expect(page.getByTestId('metric-customers')).toContainText(sums.customers.length.toLocaleString('en'))
    await expect(page.getByTestId('metric-repurchaseRate')).toContainText(percent(repeaters / buyers.length))
    await expect(page.getByTestId('metric-anonymousShare')).toContainText(percent(sums.anonymousNet / sums.net))
    await expect(page.getByTestId('metric-netSales')).toContainText(`£${short(sums.net / 100)}`)
    await page.getByTestId('metric-repurchaseRate').getByText('复购率').hover()
    await expect(page.getByText('期内支付两单及以上的客户 ÷ 期内购买人数')).toBeVisible()
    await page.mouse.move(0, 0)
    await expect(page.locator('[role=img] svg').first()).toBeVisible()
    await desk.picture('home')
    await desk.open('/b/main/repurchase')
    await expect(page.getByTestId('ladder-1')).toBeVisible()
    await desk.picture('repurchase')
  })

  test('makes a source, and what a shop sends with its key stands on the customer’s timeline', async () => {
    await desk.open('/b/main/sources')
    await desk.press('新建来源')
    await page.getByLabel('来源名称').fill('小程序')
    await desk.press('新建', page.getByRole('dialog'))
    writeKey = (await page.getByTestId('write-key').innerText()).trim()
    expect(writeKey).toMatch(/^ww_/)
    await desk.picture('write-key')
    await desk.press('我知道了')

    const collector = new Collector(server.url, writeKey)
    const identified = people.flatMap(({ id, name, email, external_userid, unionid, shopUserId }, n) => [
      {
        type: 'identify',
        messageId: `who-${id}`,
        userId: shopUserId,
        traits: { name, memberNo: members[n], external_userid, unionid, ...(email && { email }) },
      },
      ...(email ? [consent(id, shopUserId)] : []),
    ])
    const viewed = {
      type: 'track',
      messageId: 'view-1',
      userId: people[0].shopUserId,
      event: 'Product Viewed',
      properties: { product_id: '85123A', name: 'WHITE HANGING HEART T-LIGHT HOLDER' },
    }
    expect((await collector.batch([...identified, viewed])).status).toBe(200)

    await desk.open(`/b/main/customers?q=${members[0]}`)
    await page.getByRole('row').filter({ hasText: people[0].name }).click()
    await page.getByRole('tab', { name: '时间线' }).click()
    await expect(page.getByText('看了商品')).toBeVisible()
    await expect(page.getByText('WHITE HANGING HEART T-LIGHT HOLDER').first()).toBeVisible()
    await desk.picture('customer-timeline')
    await desk.open('/b/main/sources')
    await expect(page.getByRole('row').filter({ hasText: '小程序' })).toContainText(String(identified.length + 1))
  })

  test('finds customers by search and filters that stand in the address', async () => {
    await desk.open('/b/main/customers')
    await expect(page.getByTestId('customer-count')).toContainText(sums.customers.length.toLocaleString('en'))
    await desk.picture('customers')
    await page.getByLabel('订单数 最少').fill('2')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/minOrders=2/)
    await expect(page.getByTestId('customer-count')).toContainText(repeaters.toLocaleString('en'))
    await page.reload()
    await expect(page.getByTestId('customer-count')).toContainText(repeaters.toLocaleString('en'))
    await desk.press('清空筛选')
    await page.getByRole('searchbox').or(page.getByPlaceholder(/会员号、手机号/)).first().fill(members[1])
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`q=${members[1]}`))
    await expect(page.locator('tbody tr.ant-table-row')).toHaveCount(1)

    await page.locator('tbody tr.ant-table-row').click()
    await expect(page.getByRole('heading', { name: people[1].name })).toBeVisible()
    await expect(page.getByText(`买过 ${sums.paidOrders.get(members[1])} 次`)).toBeVisible()
    await desk.picture('customer')
    await page.getByRole('tab', { name: '订单' }).click()
    await expect(page.getByRole('tabpanel').locator('tbody tr.ant-table-row').first()).toBeVisible()
  })

  test('connects WeCom and synchronises guides and friends', async () => {
    await simulator.world(
      town(people, GUIDES, {
        behaviour: { ...STILL, confirmRate: 0 },
        shop: { trackUrl: `${server.url}/v1/track`, writeKey, currency: 'GBP' },
      }),
    )
    await desk.open('/b/main/settings/wecom')
    await page.getByLabel('企业 ID').fill(CORP.corpId)
    await page.getByLabel('应用 AgentId').fill(String(CORP.agentId))
    await page.getByLabel('应用 Secret').fill(CORP.secret)
    await page.getByLabel('回调 Token').fill(CORP.callbackToken)
    await page.getByLabel('回调 EncodingAESKey').fill(CORP.callbackAesKey)
    await page.getByLabel('接口地址').fill(simulator.url)
    await page.getByLabel('网页授权地址').fill(simulator.url)
    await desk.press('保存')
    await expect(page.getByText('已保存，可以同步了')).toBeVisible()
    await desk.picture('settings-wecom')

    await desk.open('/b/main/guides')
    await desk.press('立即同步')
    await expect
      .poll(async () => (await server.api.get<{ lastSyncAt: string | null }>(`${MAIN}/wecom/status`)).lastSyncAt, {
        timeout: 60_000,
      })
      .not.toBeNull()
    await page.reload()
    await expect(page.getByText(`${GUIDES} 位导购 · 1 家门店 · ${FRIENDS} 位好友`)).toBeVisible()
    await desk.picture('guides')
    const [first] = (await server.api.get<{ items: CustomerRow[] }>(`${MAIN}/customers?q=${members[0]}`)).items
    expect(first.reachable, 'the friend is the member of the file').toContain('wecom')
  })

  test('builds a segment and watches its count', async () => {
    await desk.open('/b/main/segments/new')
    const count = page.getByTestId('segment-count')
    const row = page.getByTestId('segment-row').first()
    await desk.choose(row.getByLabel('时间窗口'), '从开始到现在')
    await expect(count).toContainText(buyers.length.toLocaleString('en'))
    await row.getByLabel('值').fill('2')
    await expect(count).toContainText(repeaters.toLocaleString('en'))
    await row.getByLabel('值').fill('1')
    await desk.press('属性条件')
    const attribute = page.getByTestId('segment-row').nth(1)
    await desk.choose(attribute.getByLabel('属性'), '企业微信可触达')
    await desk.choose(attribute.getByLabel('值'), /^是$/)
    await expect(count).toHaveText(String(FRIENDS), { timeout: 30_000 })
    await page.getByLabel('人群名称').fill('加了导购的买家')
    await desk.picture('segment')
    await page.getByTestId('save-segment').click()
    await expect(page.getByText('人群「加了导购的买家」已保存')).toBeVisible()
  })

  test('writes a template and sees it as a customer would', async () => {
    await desk.open('/b/main/templates/new')
    await page.getByLabel('模板名称').fill('新茶到店')
    await page.getByLabel('正文').fill('，店里到了新茶：')
    await page.getByLabel('正文').press('Control+Home')
    await desk.press('客户称呼')
    await page.getByLabel('正文').press('Control+End')
    await desk.press('链接')
    await page.getByLabel('链接地址').fill(`${simulator.url}/`)
    await desk.choose(page.getByLabel('换一位客户：会员号、手机号或姓名'), people[2].name, people[2].name)
    await expect(page.getByTestId('template-preview')).toContainText(`${people[2].name}，店里到了新茶：http`)
    await desk.picture('template')
    await page.getByTestId('save-template').click()
    await expect(page.getByText('模板「新茶到店」已保存')).toBeVisible()
  })

  test('sends a broadcast through the guides and reads its result', async () => {
    const id = await broadcast('新茶第一批', '加了导购的买家', '新茶到店')
    const { plan } = await server.api.get<Broadcast>(`${MAIN}/broadcasts/${id}`)
    expect(plan?.segment).toBe(FRIENDS)
    expect(plan?.guides).toBe(GUIDES)
    expect((plan?.holdout ?? 0) + (plan?.recipients ?? 0)).toBe(FRIENDS)
    expect(plan?.holdout).toBeGreaterThan(5)
    const recipients = plan?.recipients ?? 0

    await simulator.behave({
      readRate: 1,
      clickRate: 0.6,
      buyRate: 0.5,
      orderMeanMinor: 3_000,
      orderSigma: 0.3,
      products: [{ code: 'TEA-1', name: '新茶', price: '30.00' }],
    })
    await page.getByTestId('broadcast-start').click()
    await desk.press('开始发送', page.getByRole('dialog'))
    await page.getByRole('tab', { name: '进展' }).click()
    await expect(page.getByTestId('progress-awaitingGuide')).toContainText(String(recipients), { timeout: 60_000 })
    await desk.picture('broadcast-waiting')
    await confirmAll()

    await expect(page.getByTestId('progress-delivered')).toContainText(String(recipients), { timeout: 60_000 })
    await settled()
    const truth = await simulator.truth()
    expect(truth.delivered).toBe(recipients)
    expect(truth.boughtFromClick).toBeGreaterThan(10)
    await expect(page.getByTestId('progress-clicked')).toContainText(String(truth.clicked), { timeout: 30_000 })
    await desk.picture('broadcast-progress')

    await expect
      .poll(async () => (await result(id)).attributed.orders, { timeout: 60_000 })
      .toBe(truth.boughtFromClick)
    await desk.open(`/b/main/broadcasts/${id}?tab=result`)
    expect(await desk.figure('result-sent')).toBe(recipients)
    expect(await desk.figure('result-delivered')).toBe(recipients)
    expect(await desk.figure('result-clicked')).toBe(truth.clicked)
    await expect(page.getByTestId('arm-treated-customers')).toContainText(String(recipients))
    await expect(page.getByTestId('arm-holdout-customers')).toContainText(String(FRIENDS - recipients))
    await expect(page.getByTestId('arm-treated-orders')).toContainText(String(truth.boughtFromClick))
    await expect(page.getByTestId('arm-holdout-orders').locator('strong')).toHaveText('0')
    await expect(page.getByTestId('effect-sales')).toContainText(/95% 区间 .* 至 /)
    await desk.picture('broadcast-result')

    await desk.open('/b/main/friend-sources')
    await expect(page.getByText('扫描二维码')).toBeVisible()
    await desk.picture('friend-sources')
  })

  test('sends an e-mail to those who agreed', async () => {
    await server.api.put(`${MAIN}/email/settings`, mailSettings(simulator))
    await desk.open('/b/main/segments/new')
    const row = page.getByTestId('segment-row').first()
    await row.getByLabel('删掉这个条件').click()
    await desk.press('属性条件')
    await desk.choose(page.getByTestId('segment-row').getByLabel('属性'), '邮件可触达')
    await desk.choose(page.getByTestId('segment-row').getByLabel('值'), /^是$/)
    await expect(page.getByTestId('segment-count')).toHaveText(String(READERS))
    await page.getByLabel('人群名称').fill('愿意收邮件的人')
    await page.getByTestId('save-segment').click()
    await expect(page.getByText('人群「愿意收邮件的人」已保存')).toBeVisible()

    await desk.open('/b/main/templates/new')
    await page.getByLabel('模板名称').fill('新茶来信')
    await page.getByText('邮件', { exact: true }).click()
    await page.getByLabel('邮件标题').fill('{{ customer.name }}，新茶到了')
    await page.getByLabel('正文').fill('{{ customer.name }}，见信好。{{ link }}')
    await page.getByLabel('链接地址').fill(`${simulator.url}/`)
    await page.getByTestId('save-template').click()
    await expect(page.getByText('模板「新茶来信」已保存')).toBeVisible()

    await simulator.behave({ readRate: 1, clickRate: 1, buyRate: 0 })
    const id = await broadcast('新茶来信第一封', '愿意收邮件的人', '新茶来信')
    const { plan } = await server.api.get<Broadcast>(`${MAIN}/broadcasts/${id}`)
    const recipients = plan?.recipients ?? 0
    expect((plan?.holdout ?? 0) + recipients).toBe(READERS)
    await page.getByTestId('broadcast-start').click()
    await desk.press('开始发送', page.getByRole('dialog'))
    await expect
      .poll(async () => (await server.api.get<Broadcast>(`${MAIN}/broadcasts/${id}`)).progress, { timeout: 60_000 })
      .toMatchObject({ sent: recipients, pending: 0, failed: 0, unknown: 0, clicked: recipients })
    const letters = await simulator.record('email')
    expect(letters.length).toBe(recipients)
    const [{ received }] = await Promise.all([
      simulator.get<{ received: { channel: string; subject: string; text: string }[] }>(
        `/sim/customers/${letters[0].person}`,
      ),
    ])
    const name = people.find((person) => person.id === letters[0].person)?.name
    const letter = received.find(({ channel }) => channel === 'email')
    expect(letter?.subject).toBe(`${name}，新茶到了`)
    expect(letter?.text).toContain(`${name}，见信好。${server.url}/`)
    await desk.open(`/b/main/broadcasts/${id}?tab=result`)
    expect(await desk.figure('result-sent')).toBe(recipients)
    await desk.open('/b/main/broadcasts')
    await expect(page.getByRole('row').filter({ hasText: '新茶来信第一封' })).toContainText('已完成')
    await desk.picture('broadcasts')
  })

  test('finds everything they did in the audit, and reads the frame in English', async () => {
    await desk.open('/b/main/settings/audit')
    await expect(page.getByText('broadcast.start').first()).toBeVisible()
    await desk.picture('audit')
    for (const path of ['settings/people', 'settings/policy', 'segments', 'templates']) {
      await desk.open(`/b/main/${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await desk.picture(path.replace('/', '-'))
    }
    await desk.open('/b/main/home')
    await page.getByRole('button', { name: '切换到英文' }).click()
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Customers' })).toBeVisible()
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Broadcasts' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    expect(await page.locator('body').innerText()).not.toMatch(/首页|客户|群发|净销售额/)
    await desk.picture('home-english')
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
  })

  /** Makes one in the console and waits for its plan; returns its id. */
  async function broadcast(name: string, segment: string, template: string): Promise<string> {
    await desk.open('/b/main/broadcasts/new')
    await page.getByLabel('群发名称').fill(name)
    await desk.choose(page.getByLabel('发给哪个人群'), segment)
    await desk.choose(page.getByLabel('说什么'), template)
    await page.getByTestId('save-broadcast').click()
    await expect(page.getByTestId('plan-recipients')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByTestId('broadcast-headline')).toContainText('待发送')
    await desk.picture(`plan-${name}`)
    return new URL(page.url()).pathname.split('/').at(-1) ?? ''
  }

  /** One guide confirms on the simulator's own page, as on a phone; the others by its API. */
  async function confirmAll() {
    const phone = await browserOf(page).newPage()
    await phone.goto(`${simulator.url}/guides/guide-0`)
    await phone.getByRole('button').first().click()
    await phone.close()
    for (const { userid } of await simulator.get<{ userid: string }[]>('/sim/guides')) {
      const { tasks } = await simulator.get<{ tasks: { msgid: string; state: string }[] }>(`/sim/guides/${userid}`)
      for (const task of tasks.filter(({ state }) => state === 'waiting')) {
        await simulator.post(`/sim/guides/${userid}/tasks/${task.msgid}/confirm`)
      }
    }
  }

  /** Until nobody in the simulator is about to do anything. */
  async function settled() {
    await expect.poll(async () => (await simulator.truth()).planned, { timeout: 60_000 }).toBe(0)
  }

  function result(id: string) {
    return server.api.get<{ attributed: { orders: number } }>(`${MAIN}/broadcasts/${id}/result`)
  }
})

function consent(id: string, userId: string | null) {
  const properties = { channel: 'email', purpose: 'marketing' }
  return { type: 'track', messageId: `yes-${id}`, userId, event: 'Consent Granted', properties }
}

function valueOf(home: Home, key: string): number {
  return home.metrics.find((metric) => metric.key === key)?.value ?? Number.NaN
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(1)}%`
}

/** As the console shortens in Chinese. */
function short(value: number): string {
  return new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumSignificantDigits: 4 }).format(value)
}

function browserOf(page: Page): Browser {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  return browser
}
