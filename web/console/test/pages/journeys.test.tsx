import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeAll, describe, expect, it } from 'vitest'
import { switchLanguage } from '@/app/i18n'
import type { JourneyPlay, NewJourney, TakePlay } from '@/client'
import { open } from '../render'
import { canvasInJsdom } from '../canvas'
import { server } from '../server'

const real = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../server/src/main/resources/io/waterwheel/journey/plays.json'), 'utf8')) as JourneyPlay[]

beforeAll(canvasInJsdom)

describe('the list of journeys', () => {
  it('says which run, how many are inside, and who waits for a person', async () => {
    open('/b/demo/journeys')
    const row = (await screen.findByRole('link', { name: '新会员欢迎' })).closest('tr') as HTMLElement
    expect(within(row).getByText('运行中')).toBeInTheDocument()
    expect(within(row).getByText('812')).toBeInTheDocument()
    expect(within(row).getByRole('link', { name: '2 人待处理' })).toHaveAttribute('href', '/b/demo/journeys/health')
    expect(screen.getByText('还没发布')).toBeInTheDocument()
  })

  it('leads who has none to the plays', async () => {
    open('/b/main/journeys')
    await waitFor(() => expect(screen.getByText('还没有旅程')).toBeInTheDocument())
    expect(screen.getAllByRole('button', { name: '从打法开始' })).toHaveLength(2)
  })

  it('makes an empty one that can be drawn at once', async () => {
    const made: NewJourney[] = []
    server.use(
      http.post('*/journeys', async ({ request }) => {
        made.push((await request.clone().json()) as NewJourney)
        return undefined
      }),
    )
    const { user, router } = open('/b/demo/journeys')
    await user.click(await screen.findByRole('button', { name: '新建旅程' }))
    await user.type(await screen.findByRole('textbox', { name: '名称' }), '试试看')
    await user.click(screen.getByRole('button', { name: '开始设计' }))
    await waitFor(() => expect(router.state.location.pathname).toMatch(/\/journeys\/\d+$/))
    expect(made[0].definition.nodes.map(({ step }) => step.type)).toEqual(['exit'])
    expect(await screen.findByTestId('journey-canvas')).toBeInTheDocument()
  })
})

describe('the gallery of plays', () => {
  it('shows all the server has, each with its steps, words and goal', async () => {
    server.use(http.get('*/journeys/plays', () => HttpResponse.json(real)))
    const { user } = open('/b/demo/plays')
    await screen.findByTestId('play-welcome')
    expect(screen.getAllByTestId(/^play-/).length).toBeGreaterThanOrEqual(12)
    const winBack = screen.getByTestId('play-win-back')
    expect(winBack).toHaveTextContent('人群：180 天没有购买的老客')
    expect(winBack).toHaveTextContent(/目标：进入后 \d+ 天内/)
    await user.click(within(screen.getByTestId('play-welcome')).getByRole('button', { name: '看看步骤' }))
    const outline = await screen.findByTestId('journey-outline')
    expect(outline).toHaveTextContent('发「欢迎入会」')
    expect(outline).toHaveTextContent('请导购「问候新会员」')
    expect(screen.getByText(/欢迎成为会员！/)).toBeInTheDocument()
  })

  it('makes a draft of one with its name and channel', async () => {
    let asked: TakePlay | undefined
    server.use(
      http.post('*/journeys/plays/welcome', async ({ request }) => {
        asked = (await request.clone().json()) as TakePlay
        return undefined
      }),
    )
    const { user, router } = open('/b/demo/plays')
    await user.click(within(await screen.findByTestId('play-welcome')).getByRole('button', { name: '用这个打法' }))
    const dialog = await screen.findByRole('dialog')
    const name = within(dialog).getByRole('textbox', { name: '旅程名称' })
    expect(name).toHaveValue('欢迎新会员')
    await user.clear(name)
    await user.type(name, '冬季欢迎')
    await user.click(within(dialog).getByRole('radio', { name: '邮件' }))
    await user.click(within(dialog).getByRole('button', { name: '用这个打法' }))
    await waitFor(() => expect(asked).toEqual({ name: '冬季欢迎', channel: 'email' }))
    await waitFor(() => expect(router.state.location.pathname).toMatch(/\/journeys\/\d+$/))
  })

  it('speaks English as well', async () => {
    switchLanguage('en')
    open('/b/demo/plays')
    expect(await screen.findByText('Welcome new members')).toBeInTheDocument()
    expect(screen.getByText(/5 steps · 1 messages/)).toBeInTheDocument()
  })
})
