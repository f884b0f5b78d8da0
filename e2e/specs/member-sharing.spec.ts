import type { BrowserContext, Page } from '@playwright/test'
import { onTheShelf, programme } from '../fixtures/loyalty.ts'
import { agree, overflow, phone, picture } from '../fixtures/phone.ts'
import { Server } from '../fixtures/server.ts'
import { Simulator } from '../fixtures/simulator.ts'
import { expect, test } from '../fixtures/test.ts'

const MAIN = '/api/brands/main'
const LI = 'o-li-of-main:union-li:李雷'
const HAN = 'o-han-of-main:union-han:韩梅梅'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

test.describe('two members who spend points together', () => {
  let server: Server
  let simulator: Simulator
  let phones: BrowserContext[]
  let li: Page
  let han: Page
  let link: string

  test.beforeAll(async ({ browser }) => {
    ;[server, simulator] = await Promise.all([Server.fresh('member-sharing'), Simulator.fresh('member-sharing')])
    const app = { appId: 'wxmain', secret: 'secretofmain', kind: 'official_account', templates: [] }
    await simulator.put('/sim/wechat', { apps: [app] })
    await server.api.put(`${MAIN}/wechat/official-account`, {
      appId: app.appId, secret: app.secret, token: 'callbacktoken', aesKey: '', baseUrl: simulator.url,
    })
    await programme(server)
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

  test('is nowhere to be seen until the brand has switched it on', async () => {
    await li.goto(at(''))
    await join(li)
    await expect(li.getByRole('img', { name: '向店员出示会员码' })).toBeVisible()
    await grant(li, 60)
    await li.goto(at('points'))
    await expect(li.getByText('人工补发：开业有礼')).toBeVisible()
    await expect(li.getByText('家庭账户')).toHaveCount(0)
    await server.api.put(`${MAIN}/shared-accounts/rules`, { kind: 'family', active: true, most: 6, everybodySpends: true })
  })

  test('opens an account from the points, and makes a link for one more', async () => {
    await li.goto(at('points'))
    await li.getByText('家庭账户').click()
    await expect(li.getByText('每位成员都可以使用所有人的积分')).toBeVisible()
    await picture(li, 'sharing-open')
    await twice(li, '开通家庭账户')
    await expect(li.getByText('成员 1 / 6')).toBeVisible()
    await twice(li, '邀请成员')
    link = (await li.getByText(/\/m\/main\/\?share=/).textContent())!
    await picture(li, 'sharing-invite')
    expect(await overflow(li)).toBe(0)
  })

  test('joins by the link, having become a member on the way', async () => {
    await han.goto(at(new URL(link).search))
    await join(han)
    await expect(han.getByText('邀请您一起使用积分')).toBeVisible()
    await picture(han, 'sharing-join')
    expect(await overflow(han)).toBe(0)
    await twice(han, '加入')
    await expect(han.getByText('成员 2 / 6')).toBeVisible()
    await grant(han, 50)
    await han.goto(at('family'))
    await expect(han.locator('.total').getByText('110')).toBeVisible()
    await picture(han, 'sharing-family')
    await li.goto(at(new URL(link).search))
    await expect(li.getByText('邀请已过期、已用过')).toBeVisible()
  })

  test('pays with the points of both', async () => {
    await onTheShelf(server, '玻璃茶杯', 100)
    await han.goto(at('mall'))
    await expect(han.getByText('和大家一起可用 110')).toBeVisible()
    await han.getByRole('button', { name: /玻璃茶杯/ }).click()
    await han.getByText(/自提/).click()
    await han.getByRole('button', { name: '立即兑换' }).click()
    await expect(han.getByText('待发放')).toBeVisible()
    await li.goto(at('points'))
    await expect(li.locator('.total').getByText('10', { exact: true })).toBeVisible()
    await picture(li, 'sharing-points')
  })

  test('leaves with what is left', async () => {
    await han.goto(at('family'))
    await twice(han, '退出账户')
    await expect(han.getByRole('button', { name: '开通家庭账户' })).toBeVisible()
    await li.goto(at('family'))
    await expect(li.getByText('成员 1 / 6')).toBeVisible()
  })

  async function grant(page: Page, points: number): Promise<void> {
    await page.goto(at(''))
    const pass = await page.getByRole('img', { name: '向店员出示会员码' }).getAttribute('data-text')
    const { customer } = await server.api.post<{ customer: number }>(`${MAIN}/member-desk/read`, { pass })
    const expiresOn = `${new Date().getFullYear() + 1}-06-30`
    await server.api.post(`${MAIN}/customers/${customer}/points/grants`, { key: `welcome-${customer}`, points, note: '开业有礼', expiresOn })
  }
})

async function join(page: Page): Promise<void> {
  await expect(page).toHaveURL(/sign-in/)
  await agree(page)
  await page.getByRole('button', { name: '微信一键登录' }).click()
}

/** Presses it, and presses it again in the question whether one is sure. */
async function twice(page: Page, word: string): Promise<void> {
  await page.getByText(word, { exact: true }).click()
  await page.locator('.adm-dialog').getByText(word, { exact: true }).click()
}
