import type { BrowserContext, Page } from '@playwright/test'
import { Collector } from '../fixtures/collector.ts'
import { lastCode, onTheShelf, programme, smsToFiles } from '../fixtures/loyalty.ts'
import { overflow, phone, picture } from '../fixtures/phone.ts'
import { checkInRule, reviewTask, sureDraw } from '../fixtures/play.ts'
import { Server } from '../fixtures/server.ts'
import { expect, test } from '../fixtures/test.ts'

const MAIN = '/api/brands/main'
const PHONE = '13800138001'

/** What each page says while there is nothing on it. */
const EMPTY: [page: string, says: string][] = [
  ['points', '还没有积分记录'],
  ['coupons', '这里还没有优惠券'],
  ['mall', '商城还没有上架商品'],
  ['mall-orders', '还没有订单'],
  ['orders', '还没有订单'],
  ['check-in', '签到活动还没有开始'],
  ['tasks', '还没有任务'],
  ['draw', '现在没有抽奖活动'],
]

test.describe.configure({ mode: 'serial', timeout: 180_000 })

test.describe('a member who plays', () => {
  let server: Server
  let context: BrowserContext
  let page: Page
  let shop: Collector

  test.beforeAll(async ({ browser }) => {
    server = await Server.fresh('member-centre-play')
    await smsToFiles(server)
    await programme(server)
    context = await phone(browser, server.url)
    page = await context.newPage()
  })

  test.afterEach(async ({}, info) => {
    if (info.status === info.expectedStatus) return
    await page.screenshot({ path: info.outputPath('phone.png') })
    await info.attach('server.log', { path: server.log })
  })

  test.afterAll(async () => {
    await context?.close()
    await server?.dispose()
  })

  const at = (path: string) => `${server.url}/m/main/${path}`

  test('reads the terms of the brand, and agrees to that version', async () => {
    await server.api.post(`${MAIN}/member-terms`, {
      zh: '## 会员\n积分一年有效，不兑换现金。\n\n## 隐私\n我们保存您的手机号、订单和积分。',
      en: '## Membership\nPoints last a year and are not money.\n\n## Privacy\nWe keep your phone, orders and points.',
    })
    await page.goto(at('terms'))
    await expect(page.getByText('积分一年有效')).toBeVisible()
    await picture(page, 'terms-own')
    await page.goto(at('sign-in'))
    await page.getByRole('textbox', { name: '手机号' }).fill(PHONE)
    await page.getByRole('button', { name: '获取验证码' }).click()
    await expect(page.getByText(/秒后重发/)).toBeVisible()
    await page.getByRole('textbox', { name: '验证码' }).fill(lastCode(server))
    await page.locator('.adm-checkbox').first().click({ position: { x: 8, y: 8 } })
    await page.getByRole('button', { name: '登录 / 注册' }).click()
    const code = page.getByRole('img', { name: '向店员出示会员码' })
    await expect(code).toBeVisible()
    const read = await server.api.post<{ customer: number }>(`${MAIN}/member-desk/read`, { pass: await code.getAttribute('data-text') })
    expect(JSON.stringify(await server.api.get(`${MAIN}/customers/${read.customer}/timeline`))).toContain('own-1')
  })

  test('is told in words that there is nothing yet, on every page', async () => {
    for (const [name, says] of EMPTY) {
      await page.goto(at(name))
      await expect(page.getByText(says).first(), name).toBeVisible()
      expect(await overflow(page), name).toBe(0)
      await picture(page, `${name}-empty`)
    }
  })

  test('is told when the network is away, and goes on when it is back', async () => {
    for (const [name, says] of EMPTY) {
      const calls = /\/m\/main\/api\/(?!brand|card)/
      await page.route(calls, (route) => route.abort())
      await page.goto(at(name))
      await expect(page.getByText('网络连接不上，请检查网络后重试').first(), name).toBeVisible({ timeout: 30_000 })
      if (name === 'tasks') await picture(page, 'offline')
      await page.unroute(calls)
      await expect(async () => {
        const again = page.getByRole('button', { name: '重试' }).first()
        if (await again.isVisible()) await again.click()
        await expect(page.getByText(says).first(), name).toBeVisible({ timeout: 2_000 })
      }).toPass()
    }
  })

  test('checks in once a day', async () => {
    await checkInRule(server)
    await page.goto(at('check-in'))
    await expect(page.getByText('0 天')).toBeVisible()
    await page.getByRole('button', { name: '立即签到' }).click()
    await expect(page.getByText('签到成功，+5 积分')).toBeVisible()
    await expect(page.getByRole('button', { name: '今天已签到' })).toBeDisabled()
    await expect(page.getByText('1 天')).toBeVisible()
    await picture(page, 'check-in')
    expect(await overflow(page)).toBe(0)
    await expect(async () => {
      await page.goto(at('points'))
      await expect(page.locator('.total').getByText('5', { exact: true })).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await expect(page.getByText('签到', { exact: true })).toBeVisible()
  })

  test('sees how far a task is, and what it brought', async () => {
    await reviewTask(server)
    const { writeKey } = await server.api.post<{ writeKey: string }>(`${MAIN}/sources`, { name: 'shop' })
    shop = new Collector(server.url, writeKey)
    const identify = { type: 'identify', userId: 'u-li', messageId: 'who', traits: { phone: PHONE } }
    expect((await shop.batch([identify])).status).toBe(200)
    await page.goto(at('tasks'))
    await expect(page.getByText('每周 0/2')).toBeVisible()
    await expect(page.getByRole('button', { name: '去完成' })).toBeVisible()
    await picture(page, 'tasks')
    await review(1)
    await progress('每周 1/2')
    await review(2)
    await progress('已完成')
    await picture(page, 'tasks-done')
    expect(await overflow(page)).toBe(0)
    await expect(async () => {
      await page.goto(at('points'))
      await expect(page.getByText('完成任务：写评价')).toBeVisible({ timeout: 2_000 })
    }).toPass()
  })

  test('draws for points until the day is used up', async () => {
    await sureDraw(server)
    await page.goto(at('draw'))
    await expect(page.getByText('每次 2 积分 · 今天还可抽 2 次')).toBeVisible()
    for (const left of [1, 0]) {
      await page.getByRole('button', { name: '立即抽奖' }).click()
      await expect(page.getByText('抽中了茶香小礼')).toBeVisible()
      await picture(page, `draw-won-${left}`)
      await page.locator('.adm-dialog').getByText('确定').click()
    }
    await expect(page.getByRole('button', { name: '立即抽奖' })).toHaveCount(0)
    await expect(page.getByRole('heading', { name: '抽奖记录' })).toBeVisible()
    await picture(page, 'draw')
    expect(await overflow(page)).toBe(0)
  })

  test('reads all of it in English', async () => {
    await onTheShelf(server, '玻璃茶杯', 20)
    await page.goto(at('profile'))
    await page.getByText('Language / 语言').click()
    await expect(page.getByText('Sign out')).toBeVisible()
    for (const name of ['check-in', 'tasks', 'draw', 'mall', 'mall-orders', 'points', 'terms', 'orders']) {
      await page.goto(at(name))
      await picture(page, `${name}-play-en`)
      expect(await overflow(page), name).toBe(0)
    }
  })

  async function progress(says: string): Promise<void> {
    await expect(async () => {
      await page.goto(at('tasks'))
      await expect(page.getByText(says)).toBeVisible({ timeout: 2_000 })
    }).toPass()
  }

  async function review(number: number): Promise<void> {
    const track = { type: 'track', userId: 'u-li', messageId: `review-${number}`, event: 'Review Written', properties: {} }
    expect((await shop.batch([track])).status).toBe(200)
  }
})
