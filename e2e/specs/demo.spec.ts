import { Console } from '../fixtures/console.ts'
import { Server } from '../fixtures/server.ts'
import { expect, test } from '../fixtures/test.ts'
import type { Broadcast, Home } from '../fixtures/types.ts'

const DEMO = '/api/brands/demo'
const PASSWORD = 'what a newcomer would choose'

test.setTimeout(480_000)

test('a newcomer finds a brand that lives, and what its first broadcast earned', async ({ page, simulator }) => {
  const began = performance.now()
  const server = await Server.fresh('demo', [
    '--waterwheel.demo.enabled=true',
    `--waterwheel.demo.simulator-url=${simulator.url}`,
    '--waterwheel.email.host=127.0.0.1',
    `--waterwheel.email.port=${simulator.smtpPort}`,
    '--waterwheel.email.from=tea@demo.example',
  ])
  try {
    const desk = new Console(page, server.url)
    await desk.open('/')
    await desk.signIn('admin', server.oneTimePassword)
    await page.getByLabel('当前密码').fill(server.oneTimePassword)
    await page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
    await page.getByLabel('再输一次新密码').fill(PASSWORD)
    await desk.press('换成新密码')

    const broadcast = async () =>
      (await server.api.get<{ items: Broadcast[] }>(`${DEMO}/broadcasts`).catch(() => ({ items: [] }))).items[0]
    await expect.poll(async () => (await broadcast())?.progress?.clicked ?? 0, { timeout: 300_000 }).toBeGreaterThan(0)
    console.log(`    first click ${((performance.now() - began) / 1000).toFixed(0)} s after the start`)
    const home = await server.api.get<Home>(`${DEMO}/home`)
    expect(home.metrics.find(({ key }) => key === 'customers')?.value).toBe(20_000)

    await desk.open('/b/demo/home')
    await expect(page.getByTestId('metric-customers')).toContainText('2万')
    await expect(page.getByText('演示', { exact: true })).toBeVisible()
    await desk.picture('demo-home')
    await desk.open('/b/demo/repurchase')
    await expect(page.getByTestId('ladder-1')).toBeVisible()
    await desk.picture('demo-repurchase')

    // The programme has a year behind it; members are counted, and judged, in the background.
    const health = () => server.api.get<{ tiers: { members: number; tiers: { members: number }[] }; points: { burn: { part: number } } }>(`${DEMO}/loyalty/health`)
    await expect.poll(async () => (await health()).tiers.tiers.at(-1)?.members ?? 0, { timeout: 240_000 }).toBeGreaterThan(0)
    await expect.poll(async () => (await health()).points.burn.part, { timeout: 240_000 }).toBeGreaterThan(0)
    await desk.open('/b/demo/programme-health')
    await expect(page.getByTestId('health-burn')).toContainText('%')
    await desk.picture('demo-programme-health')

    // Everyone in the simulator has done what they are going to do.
    await expect.poll(async () => (await simulator.truth()).planned, { timeout: 120_000 }).toBeLessThanOrEqual(5)
    const truth = await simulator.truth()
    const id = (await broadcast()).id
    await desk.open(`/b/demo/broadcasts/${id}?tab=result`)
    // Only the broadcast has a link: the demo's journey writes without.
    expect(await desk.figure('result-delivered')).toBe(truth.deliveredWithLink)
    await expect(page.getByTestId('effect-orders')).toContainText(/95% 区间 .* 至 /)
    await desk.picture('demo-result')
    for (const path of ['customers', 'guides', 'friend-sources', 'segments', 'templates', 'broadcasts', 'sources']) {
      await desk.open(`/b/demo/${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await desk.picture(`demo-${path}`)
    }
    await journeyFromAPlay(desk)
    await page.getByRole('button', { name: '切换到英文' }).click()
    for (const path of ['home', 'customers', `broadcasts/${id}?tab=result`, 'segments/new', 'settings/policy', 'plays', 'journeys']) {
      await desk.open(`/b/demo/${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await desk.picture(`demo-english-${path.replaceAll(/\W+/g, '-')}`)
    }
    expect(await simulator.duplicates()).toEqual([])
  } finally {
    await server.dispose()
  }
})

/** A play becomes a draft, is tried on the events of the last month, and is let go. */
async function journeyFromAPlay(desk: Console): Promise<void> {
  const { page } = desk
  await desk.open('/b/demo/plays')
  await expect(page.getByTestId(/^play-/)).toHaveCount(12)
  await desk.picture('demo-plays')
  await desk.press('用这个打法', page.getByTestId('play-second-purchase'))
  const dialog = page.getByRole('dialog')
  await dialog.getByText('邮件', { exact: true }).click()
  await desk.press('用这个打法', dialog)
  await expect(page.getByTestId('journey-canvas')).toBeVisible()
  await desk.picture('demo-journey')
  await page.getByRole('tab', { name: '试跑' }).click()
  await page.getByTestId('simulate').click()
  await expect(page.getByTestId('simulation-words')).toContainText(/过去 30 天里：[\d,]+ 人会进来/)
  await desk.picture('demo-journey-tried')
  await page.getByTestId('journey-publish').click()
  await expect(page.getByTestId('publish-words')).toContainText('从现在起')
  await desk.press('发布', page.getByRole('dialog'))
  await expect(page.getByText('已发布，版本 1')).toBeVisible()
  await desk.open('/b/demo/journeys')
  // The demo's own, for those who are near to the next tier, and this one.
  await expect(page.getByText('运行中')).toHaveCount(2)
  await desk.picture('demo-journeys')
}
