import type { BrowserContext, Page } from '@playwright/test'
import { twentyFromHundred } from '../fixtures/loyalty.ts'
import { agree, overflow, phone, picture } from '../fixtures/phone.ts'
import { Server } from '../fixtures/server.ts'
import { Simulator } from '../fixtures/simulator.ts'
import { expect, test } from '../fixtures/test.ts'

const MAIN = '/api/brands/main'
const LI = 'o-li-of-main:union-li:李雷'
const HAN = 'o-han-of-main:union-han:韩梅梅'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

test.describe('a member who gives a coupon to another', () => {
  let server: Server
  let simulator: Simulator
  let phones: BrowserContext[]
  let li: Page
  let han: Page
  let link: string

  test.beforeAll(async ({ browser }) => {
    ;[server, simulator] = await Promise.all([Server.fresh('member-gift'), Simulator.fresh('member-gift')])
    const app = { appId: 'wxmain', secret: 'secretofmain', kind: 'official_account', templates: [] }
    await simulator.put('/sim/wechat', { apps: [app] })
    await server.api.put(`${MAIN}/wechat/official-account`, {
      appId: app.appId, secret: app.secret, token: 'callbacktoken', aesKey: '', baseUrl: simulator.url,
    })
    phones = await Promise.all([phone(browser, simulator.url, LI), phone(browser, simulator.url, HAN)])
    ;[li, han] = await Promise.all(phones.map((each) => each.newPage()))
  })

  test.afterEach(async ({}, info) => {
    if (info.status === info.expectedStatus) return
    await li.screenshot({ path: info.outputPath('li.png') })
    await han.screenshot({ path: info.outputPath('han.png') })
    await info.attach('server.log', { path: server.log })
  })

  test.afterAll(async () => {
    await Promise.all((phones ?? []).map((each) => each.close()))
    await Promise.all([server?.dispose(), simulator?.stop()])
  })

  const at = (path: string) => `${server.url}/m/main/${path}`

  test('makes a link, takes it back, and makes another', async () => {
    await li.goto(at(''))
    await join(li)
    const pass = await li.getByRole('img', { name: '向店员出示会员码' }).getAttribute('data-text')
    const { customer } = await server.api.post<{ customer: number }>(`${MAIN}/member-desk/read`, { pass })
    const template = await twentyFromHundred(server)
    await server.api.issue(`${MAIN}/coupon-templates/${template}/issue`, { customer }, 'for-li')
    await li.goto(at('coupons'))
    await twice(li, '转赠')
    await expect(li.getByText(/\/m\/main\/gift\//)).toBeVisible()
    await picture(li, 'gift-link')
    expect(await overflow(li)).toBe(0)
    await li.reload()
    await expect(li.getByText('转赠中')).toBeVisible()
    await picture(li, 'gift-offered')
    expect(await overflow(li)).toBe(0)
    await twice(li, '收回')
    await expect(li.getByText('转赠中')).toHaveCount(0)
    await twice(li, '转赠')
    link = (await li.getByText(/\/m\/main\/gift\//).textContent())!
  })

  test('is taken by who opens it, having become a member on the way', async () => {
    await han.goto(at(new URL(link).pathname.replace('/m/main/', '')))
    await join(han)
    await expect(han.getByText('送您一张券')).toBeVisible()
    await picture(han, 'gift')
    expect(await overflow(han)).toBe(0)
    await han.getByRole('button', { name: '领取', exact: true }).click()
    await expect(han.getByRole('button', { name: /满 100 减 20/ })).toBeVisible()
    await expect(han.getByText('转赠', { exact: true })).toHaveCount(0)
  })

  test('sees that it was taken', async () => {
    await li.goto(at('coupons'))
    await expect(li.getByText('这里还没有优惠券')).toBeVisible()
    await li.getByRole('tab', { name: '已使用' }).click()
    await expect(li.getByText(/已被领取/)).toBeVisible()
    await picture(li, 'gift-given')
    await li.goto(at(new URL(link).pathname.replace('/m/main/', '')))
    await expect(li.getByText('这张券已经被领取。')).toBeVisible()
  })
})

async function join(page: Page): Promise<void> {
  await expect(page).toHaveURL(/sign-in/)
  await agree(page)
  await page.getByRole('button', { name: '微信一键登录' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Presses it, and presses it again in the question whether one is sure. */
async function twice(page: Page, word: string): Promise<void> {
  await page.getByText(word, { exact: true }).click()
  await page.locator('.adm-dialog').getByText(word, { exact: true }).click()
}
