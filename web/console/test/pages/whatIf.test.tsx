import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { WhatIfWish } from '@/client'
import { definition, programmes } from '@mock/data/programme'
import { answer, whatIf } from '@mock/data/whatIf'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

const TAB = '/b/demo/programme?tab=whatIf'
const button = async (text: string | RegExp) => (await screen.findByText(text)).closest('button') as HTMLElement

describe('the what-if of a programme', () => {
  it('asks about the draft as it is written, shows how far it is, and then the answer side by side', async () => {
    let asked: WhatIfWish | undefined
    let looked = 0
    const running = { ...whatIf, job: 'j1', answeredAt: null, answer: null }
    server.use(
      http.get('*/loyalty/programme', () => HttpResponse.json(programmes)),
      http.get('*/loyalty/what-ifs', () => HttpResponse.json([])),
      http.post('*/loyalty/what-ifs', async ({ request }) => {
        asked = (await request.json()) as WhatIfWish
        return HttpResponse.json(running, { status: 201 })
      }),
      http.get('*/loyalty/what-ifs/7', () => HttpResponse.json(++looked > 1 ? whatIf : running)),
      http.get('*/api/jobs/j1', () =>
        HttpResponse.json({ id: 'j1', kind: 'what-if', title: { zh: '试算', en: '' }, state: 'running', done: 5_000, total: 25_000, unit: 'members', message: null, secondsLeft: 8, startedAt: null, finishedAt: null, link: null }),
      ),
    )
    const { user, router } = open(TAB)
    expect(await screen.findByText('还没有试算过')).toBeInTheDocument()
    await user.click(await button('开始试算'))
    expect(await screen.findByText(/5,000 \/ 25,000 位会员/)).toBeInTheDocument()
    expect(asked).toMatchObject({ months: 12, marginRate: 0.4, pointCost: 0.01, against: null })
    expect(asked?.definition).toEqual(JSON.parse(JSON.stringify(definition, (_, value: unknown) => value ?? undefined)))
    expect(router.state.location.search).toContain('whatIf=7')
    const found = await screen.findByTestId('what-if-answer')
    expect(within(found).getByTestId('what-if-up')).toHaveTextContent('27')
    expect(within(found).getByTestId('what-if-down')).toHaveTextContent('3')
    expect(within(found).getByTestId('what-if-sales')).toHaveTextContent('是会员净销售额的 1.6%')
    expect(within(found).getByText(/看的月数比等级的周期短/)).toBeInTheDocument()
    expect(within(found).getByTestId('what-if-points-draft')).toHaveTextContent('490万')
    expect(within(found).getByText('周末加送')).toBeInTheDocument()
  })

  it('stands beside the form where there is room, and asks about what is being written', async () => {
    const narrow = window.matchMedia
    window.matchMedia = (query) => ({ ...narrow(query), matches: query === '(min-width: 1200px)' }) as MediaQueryList
    try {
      let asked: WhatIfWish | undefined
      server.use(
        http.get('*/loyalty/programme', () => HttpResponse.json(programmes)),
        http.get('*/loyalty/what-ifs', () => HttpResponse.json([])),
        http.post('*/loyalty/what-ifs', async ({ request }) => {
          asked = (await request.json()) as WhatIfWish
          return HttpResponse.json(whatIf, { status: 201 })
        }),
        http.get('*/loyalty/what-ifs/7', () => HttpResponse.json(whatIf)),
      )
      const { user, router } = open('/b/demo/programme')
      const beside = await screen.findByTestId('programme-beside')
      expect(within(beside).getByText('消费得分：每满 1 得 1 分')).toBeInTheDocument()
      expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['得分规则', '积分规则', '等级', '付费会员', '历次发布'])
      const [name] = screen.getAllByLabelText('名称')
      await user.type(name, '啊')
      await user.click((await within(beside).findByText('开始试算')).closest('button') as HTMLElement)
      expect(await within(beside).findByTestId('what-if-answer')).toBeInTheDocument()
      expect(asked?.definition?.earn[0].name).toBe(`${definition.earn[0].name}啊`)
      expect(name, 'the form is where it was').toHaveValue(`${definition.earn[0].name}啊`)
      await router.navigate(TAB)
      expect(screen.getByTestId('programme-beside'), 'an address of a narrow screen').toBeInTheDocument()
    } finally {
      window.matchMedia = narrow
    }
  })

  it('leads from a number of the matrix to who they are', async () => {
    const wanted: string[] = []
    server.use(
      http.get('*/loyalty/programme', () => HttpResponse.json(programmes)),
      http.get('*/loyalty/what-ifs/7/movers', ({ request }) => {
        wanted.push(new URL(request.url).search)
        return HttpResponse.json({ items: [], next: null })
      }),
    )
    const { user } = open(`${TAB}&whatIf=7`)
    await user.click(await screen.findByLabelText('从银卡到金卡的会员'))
    expect(await screen.findByText('没有人')).toBeInTheDocument()
    await waitFor(() => expect(wanted[0]).toContain('from=silver&to=gold'))
    await user.click(await button(/^收\s*起$/))
    await waitFor(() => expect(screen.queryByText('没有人')).not.toBeInTheDocument())
  })

  it('says so when the draft costs less, and when nothing came of it', async () => {
    server.use(
      http.get('*/loyalty/programme', () => HttpResponse.json(programmes)),
      http.get('*/loyalty/what-ifs/7', () =>
        HttpResponse.json({ ...whatIf, answer: { ...answer, shortPast: false, breakEven: { extraCost: -100_000, sales: -250_000, shareOfSales: null, salesPerRiser: null } } }),
      ),
      http.get('*/loyalty/what-ifs/8', () => HttpResponse.json({ ...whatIf, id: '8', job: 'j8', answeredAt: null, answer: null })),
      http.get('*/api/jobs/j8', () =>
        HttpResponse.json({ id: 'j8', kind: 'what-if', title: { zh: '试算', en: '' }, state: 'cancelled', done: 0, total: null, unit: 'members', message: null, secondsLeft: null, startedAt: null, finishedAt: null, link: null }),
      ),
    )
    const less = open(`${TAB}&whatIf=7`)
    expect(await screen.findByText(/草稿比现在少花/)).toBeInTheDocument()
    await less.router.navigate(`${TAB}&whatIf=8`)
    expect(await screen.findByText('这次试算没有完成')).toBeInTheDocument()
  })

  it('cannot begin before anything was published, and says why it was refused', async () => {
    server.use(
      http.get('*/loyalty/programme', () => HttpResponse.json({ ...programmes, version: null })),
      http.post('*/loyalty/what-ifs', () => problem(409, 'what-if-no-history')),
    )
    open(TAB)
    expect(await button('开始试算')).toBeDisabled()
    expect(screen.getByText(/没有可以比较的版本/)).toBeInTheDocument()
  })

  it('tells that there is no past to replay', async () => {
    server.use(
      http.get('*/loyalty/programme', () => HttpResponse.json(programmes)),
      http.post('*/loyalty/what-ifs', () => problem(409, 'what-if-no-history')),
    )
    const { user } = open(TAB)
    await user.click(await button('开始试算'))
    expect(await screen.findByText('没有可试算的消费记录')).toBeInTheDocument()
  })
})
