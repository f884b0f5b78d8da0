import type { BrowserContext, Page } from '@playwright/test'
import { lastCode, onTheShelf, programme, smsToFiles, twentyFromHundred } from '../fixtures/loyalty.ts'
import { agree, overflow, phone, picture } from '../fixtures/phone.ts'
import { Server } from '../fixtures/server.ts'
import { Simulator } from '../fixtures/simulator.ts'
import { expect, test } from '../fixtures/test.ts'

const MAIN = '/api/brands/main'
const LI = 'o-li-of-main:union-li:李雷'
const PHONE = '13800138000'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

test.describe('a member on a phone', () => {
  let server: Server
  let simulator: Simulator
  let wechat: BrowserContext
  let page: Page
  let customer: number
  let invitation: string

  test.beforeAll(async ({ browser }) => {
    ;[server, simulator] = await Promise.all([Server.fresh('member-centre'), Simulator.fresh('member-centre')])
    const app = { appId: 'wxmain', secret: 'secretofmain', kind: 'official_account', templates: [] }
    await simulator.put('/sim/wechat', { apps: [app] })
    await server.api.put(`${MAIN}/wechat/official-account`, {
      appId: app.appId, secret: app.secret, token: 'callbacktoken', aesKey: '', baseUrl: simulator.url,
    })
    await smsToFiles(server)
    await programme(server)
    wechat = await phone(browser, simulator.url, LI)
    page = await wechat.newPage()
  })

  test.afterEach(async ({}, info) => {
    if (info.status === info.expectedStatus) return
    await page.screenshot({ path: info.outputPath('phone.png') })
    await info.attach('server.log', { path: server.log })
  })

  test.afterAll(async () => {
    await wechat?.close()
    await Promise.all([server?.dispose(), simulator?.stop()])
  })

  const at = (path: string) => `${server.url}/m/main/${path}`

  test('agrees to the terms and joins through WeChat', async () => {
    await page.goto(at(''))
    await expect(page).toHaveURL(/sign-in/)
    await expect(page.getByText('您还不是会员')).toBeVisible()
    await picture(page, 'sign-in')
    await page.getByRole('button', { name: '微信一键登录' }).click()
    await expect(page.getByText('请先勾选同意')).toBeVisible()
    await agree(page)
    await page.getByRole('button', { name: '微信一键登录' }).click()
    await expect(page.getByRole('img', { name: '向店员出示会员码' })).toBeVisible()
    expect(await overflow(page)).toBe(0)
  })

  test('shows a card that the desk reads, and another code a minute later', async () => {
    const code = page.getByRole('img', { name: '向店员出示会员码' })
    const first = await code.getAttribute('data-text')
    const read = await server.api.post<{ customer: number }>(`${MAIN}/member-desk/read`, { pass: first })
    customer = read.customer
    await page.getByRole('button', { name: '刷新' }).click()
    await expect(code).not.toHaveAttribute('data-text', first!)
    await picture(page, 'card')
  })

  test('says who they are', async () => {
    await page.getByText('我的', { exact: true }).click()
    await page.getByRole('textbox', { name: '姓名' }).fill('李雷')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('已保存')).toBeVisible()
    await picture(page, 'profile')
    await page.getByText('首页', { exact: true }).click()
    await expect(page.getByRole('heading', { name: '李雷' })).toBeVisible()
  })

  test('sees points, and what is missing to the next tier', async () => {
    await server.api.post(`${MAIN}/customers/${customer}/points/grants`, {
      key: 'welcome', points: 320, note: '开业有礼', expiresOn: nextYear(),
    })
    await page.goto(at('points'))
    await expect(page.getByText('320', { exact: true }).first()).toBeVisible()
    await expect(page.getByText('人工补发：开业有礼')).toBeVisible()
    await picture(page, 'points')
    await page.goto(at('tier'))
    await expect(page.getByText('还差 500 元升银卡')).toBeVisible()
    await picture(page, 'tier')
    expect(await overflow(page)).toBe(0)
  })

  test('shows a coupon, which is redeemed at the desk once', async () => {
    const template = await twentyFromHundred(server)
    await server.api.issue(`${MAIN}/coupon-templates/${template}/issue`, { customer }, 'for-li')
    await page.goto(at('coupons'))
    await picture(page, 'coupons')
    await page.getByRole('button', { name: /满 100 减 20/ }).click()
    const code = page.getByRole('img', { name: '向店员出示此券' })
    await expect(code).toBeVisible()
    await picture(page, 'coupon-pass')
    const pass = await code.getAttribute('data-text')
    const line = { line: '1', product: 'tea', category: 'tea', pieces: 1, amount: 12_000 }
    const basket = { store: null, channel: 'store', shipping: 0, lines: [line] }
    const sale = { codes: [pass], order: 'D1', minutes: null, basket }
    const till = `${MAIN}/coupon-desk/redeem?store=nanjing-road`
    expect(await server.api.issue<{ amount: number }>(till, sale, 'sale-1')).toMatchObject({ amount: 2_000 })
    await page.reload()
    await expect(page.getByText('这里还没有优惠券')).toBeVisible()
    await page.getByRole('tab', { name: '已使用' }).click()
    await expect(page.getByText(/省了/)).toBeVisible()
  })

  test('has a cup from the mall for points, and takes another order back', async () => {
    await onTheShelf(server, '玻璃茶杯', 100)
    await onTheShelf(server, '黄金茶罐', 9_000)
    await page.goto(at('mall'))
    await expect(page.getByText('积分不足')).toBeVisible()
    await picture(page, 'mall')
    await page.getByRole('button', { name: /玻璃茶杯/ }).click()
    await page.getByRole('textbox', { name: '收件人' }).fill('李雷')
    await page.getByRole('textbox', { name: '手机号' }).fill(PHONE)
    await page.getByRole('textbox', { name: '收件地址' }).fill('上海市黄浦区中山东一路 1 号')
    await page.locator('.adm-stepper-plus').click()
    await expect(page.locator('.order .price')).toContainText('200')
    await picture(page, 'mall-order')
    await page.getByRole('button', { name: '立即兑换' }).click()
    await expect(page).toHaveURL(/mall-orders/)
    await expect(page.getByText('待发放')).toBeVisible()
    await expect(page.getByText('玻璃茶杯 × 2')).toBeVisible()
    await picture(page, 'mall-orders')
    await page.getByRole('button', { name: '取消兑换' }).click()
    await page.locator('.adm-dialog').getByText('取消兑换').click()
    await expect(page.getByText('已取消')).toBeVisible()
    await page.goto(at('points'))
    await expect(page.locator('.total').getByText('320')).toBeVisible()
  })

  test('invites a friend, and reads in English', async () => {
    await page.goto(at('invite'))
    const link = page.getByText(/\/m\/main\/\?invite=/)
    await expect(link).toBeVisible()
    invitation = (await link.textContent())!.trim()
    await picture(page, 'invite')
    await page.goto(at('profile'))
    await page.getByText('Language / 语言').click()
    await expect(page.getByText('Sign out')).toBeVisible()
    await picture(page, 'profile-en')
    for (const name of ['', 'mall', 'points', 'coupons', 'tier', 'orders', 'invite']) {
      await page.goto(at(name))
      await picture(page, `${name || 'card'}-en`)
      expect(await overflow(page), name).toBe(0)
    }
  })

  test('signs out, and nothing is shown to who comes next', async () => {
    await page.goto(at('profile'))
    await page.getByText('Sign out').click()
    await page.locator('.adm-dialog').getByText('Sign out', { exact: true }).click()
    await expect(page).toHaveURL(/sign-in/)
    await picture(page, 'sign-in-en')
    const answer = await page.request.get(at('api/card'))
    expect(answer.status()).toBe(401)
  })

  test('signs in by a code on a phone without WeChat, brought by the invite', async ({ browser }) => {
    const context = await phone(browser, simulator.url)
    const other = await context.newPage()
    await other.goto(at(new URL(invitation).search))
    await expect(other).toHaveURL(/sign-in/)
    await expect(other.getByRole('button', { name: '微信一键登录' })).toHaveCount(0)
    await other.getByRole('textbox', { name: '手机号' }).fill(PHONE)
    await other.getByRole('button', { name: '获取验证码' }).click()
    await expect(other.getByText(/秒后重发/)).toBeVisible()
    await other.getByRole('textbox', { name: '验证码' }).fill(lastCode(server))
    await agree(other)
    await picture(other, 'sign-in-phone')
    await other.getByRole('button', { name: '登录 / 注册' }).click()
    const code = other.getByRole('img', { name: '向店员出示会员码' })
    await expect(code).toBeVisible()
    const friend = await server.api.post<{ customer: number }>(`${MAIN}/member-desk/read`, { pass: await code.getAttribute('data-text') })
    expect(friend.customer).not.toBe(customer)
    expect(await told(friend.customer)).toContain('Customer Referred')
    await expect.poll(() => told(customer), { timeout: 30_000 }).toContain('Referral Made')
    await other.goto(at('profile'))
    await expect(other.getByText('138****8000')).toBeVisible()
    await context.close()
  })

  /** The names of what a customer's timeline tells. */
  async function told(who: number): Promise<string[]> {
    const { items } = await server.api.get<{ items: { name: string }[] }>(`${MAIN}/customers/${who}/timeline`)
    return items.map(({ name }) => name)
  }
})

function nextYear(): string {
  return `${new Date().getFullYear() + 1}-06-30`
}
