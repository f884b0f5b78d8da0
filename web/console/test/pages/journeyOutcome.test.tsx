import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeAll, describe, expect, it } from 'vitest'
import { switchLanguage } from '@/app/i18n'
import type { SimulateJourney } from '@/client'
import { counts, simulation, versions } from '@mock/data/journeys'
import { open } from '../render'
import { canvasInJsdom } from '../canvas'
import { server } from '../server'

beforeAll(canvasInJsdom)

describe('trying a journey on the past', () => {
  it('says in a sentence whom it would have reached and how often', async () => {
    let asked: SimulateJourney | undefined
    server.use(
      http.post('*/journeys/simulate', async ({ request }) => {
        asked = (await request.json()) as SimulateJourney
        return HttpResponse.json({ ...simulation, complete: false })
      }),
    )
    const { user } = open('/b/demo/journeys/1?tab=simulate')
    const run = await screen.findByTestId('simulate')
    await waitFor(() => expect(run).toBeEnabled())
    await user.click(run)
    expect(await screen.findByTestId('simulation-words')).toHaveTextContent('过去 30 天里：310 人会进来（312 次），发 283 条消息，最多的一位收到 2 条。 不算对照，55 次进入后达成了目标。')
    expect(screen.getByText(/只看了一部分/)).toBeInTheDocument()
    expect(screen.getByRole('img', { name: /每天多少条: 2026-11-01：120 条, 2026-11-02：163 条/ })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '客户号 7' })).toHaveAttribute('href', '/b/demo/customers/7')
    expect(asked).toMatchObject({ days: 30, journey: '1' })
  })

  it('asks for mending first where something is wrong', async () => {
    server.use(http.post('*/journeys/check', () => HttpResponse.json({ faults: [{ pointer: '/definition/nodes/0', code: 'no-end', detail: { zh: '走不到结束。', en: 'No end.' } }], reading: null })))
    open('/b/demo/journeys/1?tab=simulate')
    expect(await screen.findByText('先把标出的地方改好，才能试跑。')).toBeInTheDocument()
    expect(screen.getByTestId('simulate')).toBeDisabled()
  })
})

describe('the result', () => {
  it('says that it helped, by how much, and within which bounds', async () => {
    open('/b/demo/journeys/1?tab=result')
    expect(await screen.findByTestId('verdict')).toHaveTextContent('有用：达成目标的人多了 7.1 个百分点，大约多带来 153 人。')
    expect(screen.getByRole('img', { name: /区间/ })).toHaveAccessibleName('+7.1, 95% 区间 +1.9 至 +11.5 个百分点')
    expect(screen.getByTestId('journey-goals')).toHaveTextContent('20.0%（432 / 2,160）')
    expect(screen.getByTestId('journey-control')).toHaveTextContent('12.9%（31 / 240）')
  })

  it('says that nothing is to be seen yet where the interval holds zero, whatever else is said', async () => {
    const uplift = { treated: 0.2, control: 0.18, difference: 0.02, low: -0.03, high: 0.06, shown: true }
    server.use(http.get('*/journeys/:id/counts', () => HttpResponse.json({ ...counts, uplift })))
    open('/b/demo/journeys/1?tab=result')
    expect(await screen.findByTestId('verdict')).toHaveTextContent('还看不出差别')
    expect(screen.queryByText(/有用/, { selector: '[data-testid=verdict]' })).not.toBeInTheDocument()
  })

  it('says what is missing where nobody was kept back, in English as well', async () => {
    switchLanguage('en')
    server.use(http.get('*/journeys/:id/counts', () => HttpResponse.json({ ...counts, control: 0, uplift: null })))
    open('/b/demo/journeys/1?tab=result')
    expect(await screen.findByText(/Nobody is kept back, so nobody can say whether it was this/)).toBeInTheDocument()
  })
})

describe('versions', () => {
  it('says which steps came, went and changed, and takes one back as the draft', async () => {
    const { user } = open('/b/demo/journeys/1?tab=versions')
    await user.click(await screen.findByRole('combobox', { name: '和' }))
    await user.click(await screen.findByTitle('版本 1'))
    const difference = await screen.findByTestId('journey-difference')
    expect(difference).toHaveTextContent('第一步 改了')
    expect(difference).toHaveTextContent('新增 留 10% 作对照')
    expect(difference).toHaveTextContent('改了 等「下单付款」，最多 3 天原来：等「下单付款」，最多 7 天「没等到」现在去：请导购「问候新会员」，限 2 天')
    expect(difference).toHaveTextContent('去掉 发「新品邮件」')
    await user.click(screen.getAllByRole('button', { name: '拿回来当草稿' })[1])
    expect(await screen.findByTestId('journey-headline')).toHaveTextContent('有改动还没保存')
    await waitFor(() => expect(document.querySelectorAll('.react-flow__node')).toHaveLength(versions[1].definition.nodes.length + 3))
  })
})

describe('the way of one customer', () => {
  it('is told step by step with times, where they are and why they wait, and drawn', async () => {
    const { user, router } = open('/b/demo/journeys/1?tab=people')
    await user.type(await screen.findByRole('spinbutton', { name: '客户号' }), '12')
    await user.click(screen.getByRole('button', { name: '看他怎么走' }))
    const path = await screen.findByTestId('run-path')
    expect(path).toHaveTextContent(/发「秋季问候」 → 没发出 (?!quiet-hours)/)
    await waitFor(() => expect(path).toHaveTextContent('现在在：请导购「问候新会员」，限 2 天 · 等导购做完 · 到 2026-11-22 02:00'))
    expect(router.state.location.search).toContain('customer=12')
    await waitFor(() => expect(document.querySelectorAll('.react-flow__node')).toHaveLength(8))
  })

  it('stands on the customer’s page, and leads to the journey', async () => {
    open('/b/demo/customers/12346?tab=journeys')
    expect(await screen.findByRole('link', { name: '新会员欢迎' })).toHaveAttribute('href', '/b/demo/journeys/1?tab=people&customer=12346')
    await waitFor(() => expect(within(screen.getByTestId('run-path')).getByText(/现在在：请导购/)).toBeInTheDocument())
  })
})
