import type { Page } from '@playwright/test'
import { Collector } from '../fixtures/collector.ts'
import { Console } from '../fixtures/console.ts'
import { onTheShelf, programme, twentyFromHundred } from '../fixtures/loyalty.ts'
import { overflow } from '../fixtures/phone.ts'
import { Server } from '../fixtures/server.ts'
import { expect, test } from '../fixtures/test.ts'

const MAIN = '/api/brands/main'
const ORDER = 'A1001'
const PASSWORD = 'what an operator would choose'
const SIZES = [
  { name: 'at a desk', width: 1440, height: 900 },
  { name: 'on a phone', width: 375, height: 812 },
]

test.describe.configure({ timeout: 120_000 })

test.describe('an operator looks after the programme', () => {
  let server: Server
  let password: string

  test.beforeAll(async () => {
    server = await Server.fresh('loyalty-console')
    password = server.oneTimePassword
    await programme(server)
    const customer = await member(server)
    await server.api.post(`${MAIN}/customers/${customer}/points/grants`, { key: 'welcome', points: 80, note: '开业有礼', expiresOn: null })
    await server.api.post(`${MAIN}/customers/${customer}/points/deductions`, { key: 'wrong', points: 30, note: '多给了' })
    const coupon = await twentyFromHundred(server)
    await server.api.issue(`${MAIN}/coupon-templates/${coupon}/issue`, { customer }, 'give-1')
    await onTheShelf(server, '保温杯', 60)
  })

  test.afterEach(async ({}, info) => {
    if (info.status !== info.expectedStatus) await info.attach('server.log', { path: server.log })
  })

  test.afterAll(async () => {
    await server?.dispose()
  })

  for (const { name, width, height } of SIZES) {
    test(name, async ({ page }) => {
      await page.setViewportSize({ width, height })
      const desk = new Console(page, server.url)
      password = await signIn(desk, password)
      const errors = listen(page)
      const still = async () => expect.soft(await overflow(page), page.url()).toBe(0)
      const open = async (path: string) => {
        await desk.open(`/b/main/${path}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      }

      await test.step('the programme, and where its draft is tried on the past', async () => {
        await open('programme')
        await expect(page.getByRole('heading', { level: 3, name: '得分规则' })).toBeVisible()
        await still()
        await open('programme?tab=whatIf')
        await expect(page.getByRole('button', { name: '开始试算' })).toBeEnabled()
        await still()
      })

      await test.step('from the trial balance to the bookings of an account, and to one of them', async () => {
        await open('points')
        await expect(page.getByRole('heading', { name: '每月积分' })).toBeVisible()
        await still()
        await open('points?tab=trial')
        await expect(page.getByTestId('trial-sum')).toContainText('账是平的')
        await still()
        await page.getByRole('link', { name: '会员 · 待生效' }).click()
        const booking = page.getByRole('row').filter({ hasText: `订单 ${ORDER}` })
        await expect(booking).toContainText('会员 · 待生效 +320')
        await expect(booking).toContainText('品牌 · 发放 −320')
        await still()
        await booking.getByRole('button').click()
        const drawer = page.getByRole('dialog')
        await expect(drawer.getByTestId('entry-sum')).toHaveText('0')
        await expect(drawer.getByRole('row').filter({ hasText: '本笔开立' })).toContainText('320')
        await still()
        await page.keyboard.press('Escape')
        await expect(drawer).toBeHidden()
      })

      await test.step('by its number an order is found without days', async () => {
        await open('points?tab=entries')
        await expect(page.getByText('人工扣减：多给了')).toBeVisible()
        await page.getByLabel('订单号').fill(ORDER)
        await page.keyboard.press('Enter')
        await expect(page).toHaveURL(new RegExp(`order=${ORDER}`))
        await expect(page.getByText('人工扣减：多给了')).toBeHidden()
        await expect(page.getByText(`订单 ${ORDER}`, { exact: false }).first()).toBeVisible()
        await still()
      })

      await test.step('the ledger adds up', async () => {
        await open('points?tab=reconciliation')
        await desk.press('开始对账')
        await expect(page.getByTestId('reconciled')).toContainText('没有差异')
        await still()
        await open('points?tab=openings')
        await still()
      })

      await test.step('coupons and the mall', async () => {
        await open('coupons')
        await page.getByRole('link', { name: '满 100 减 20' }).click()
        await expect(page.getByRole('heading', { level: 1, name: '满 100 减 20' })).toBeVisible()
        await still()
        await open('coupon-settlement')
        await still()
        await open('mall')
        await expect(page.getByText('保温杯').first()).toBeVisible()
        await still()
        await open('mall?tab=orders')
        await expect(page.getByText('待发放').first()).toBeVisible()
        await still()
      })

      expect(errors).toEqual([])
    })
  }
})

/** Somebody who joined and then bought for 320, which the programme has booked. */
async function member(server: Server): Promise<number> {
  const names = [{ kind: 'user_id', value: 'u-1' }]
  const { customer } = await server.api.issue<{ customer: number }>(`${MAIN}/members`, { names, channel: 'app' }, 'join-1')
  const { writeKey } = await server.api.post<{ writeKey: string }>(`${MAIN}/sources`, { name: 'shop' })
  const bought = { type: 'track', userId: 'u-1', messageId: 'bought', event: 'Order Completed', properties: { order_id: ORDER, total: 320 } }
  expect((await new Collector(server.url, writeKey).batch([bought])).status).toBe(200)
  const booked = async () => (await server.api.get<{ items: object[] }>(`${MAIN}/points/entries?order=${ORDER}`)).items.length
  await expect.poll(booked, { timeout: 30_000 }).toBe(1)
  return customer
}

/** Chooses a password of their own at the first time. */
async function signIn(desk: Console, password: string): Promise<string> {
  await desk.open('/')
  await desk.signIn('admin', password)
  if (password !== PASSWORD) {
    await desk.page.getByLabel('当前密码').fill(password)
    await desk.page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
    await desk.page.getByLabel('再输一次新密码').fill(PASSWORD)
    await desk.press('换成新密码')
  }
  await desk.page.waitForURL(/\/b\/main\//)
  return PASSWORD
}

/** Everything that goes wrong in the page from now on. */
function listen(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
  return errors
}
