import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeAll, describe, expect, it } from 'vitest'
import type { JourneyDefinition, NewJourney } from '@/client'
import { journeys, welcome } from '@mock/data/journeys'
import { open } from '../render'
import { canvasInJsdom, dragged } from '../canvas'
import { server } from '../server'

beforeAll(canvasInJsdom)

const BOX = { selector: '.react-flow__node' }
const canvas = () => screen.findByTestId('journey-canvas')
const box = async (name: RegExp) => within(await canvas()).findByLabelText(name, BOX)
const edges = () => document.querySelectorAll('.react-flow__edge').length

/** What is saved, as the server gets it. */
function saves(): NewJourney[] {
  const saved: NewJourney[] = []
  server.use(
    http.get('*/journeys/1', () => HttpResponse.json(journeys[0])),
    http.put('*/journeys/1', async ({ request }) => {
      const body = (await request.json()) as NewJourney
      saved.push(body)
      return HttpResponse.json({ ...journeys[0], ...body, changed: true })
    }),
  )
  return saved
}

async function save(user: ReturnType<typeof open>['user'], saved: NewJourney[]): Promise<JourneyDefinition> {
  await user.click(screen.getByTestId('save-journey'))
  await waitFor(() => expect(saved.length).toBeGreaterThan(0))
  return saved[saved.length - 1].definition
}

describe('the canvas', () => {
  it('draws every step and way with how many are there now', async () => {
    open('/b/demo/journeys/1')
    expect(await box(/发消息: 发「秋季问候」/)).toBeInTheDocument()
    expect(await box(/等一件事.*进过 2,164.*在这里 640.*达成 20.0%/)).toBeInTheDocument()
    expect(await box(/导购任务.*待处理 2/)).toBeInTheDocument()
    expect(await box(/谁进来: 发生“成为会员”/)).toBeInTheDocument()
    await waitFor(() => expect(edges()).toBe(8))
    expect(screen.getByTestId('journey-headline')).toHaveTextContent('运行中（版本 2）：812 人在里面。')
  })

  it('adds a step by a click, marks what is wrong while it is drawn, and takes it back', async () => {
    const { user } = open('/b/demo/journeys/1')
    fireEvent.click(await box(/留对照组/))
    await user.click(screen.getByTestId('add-message'))
    const added = await box(/发消息: 发「（还没选）」.*没有这个模板/)
    expect(within(added).getByTestId('step-fault')).toBeInTheDocument()
    expect(within(screen.getByTestId('step-panel')).getByRole('alert')).toHaveTextContent('没有这个模板。')
    expect(screen.getByTestId('judgement')).toHaveTextContent('1 处要改')
    expect(screen.getByTestId('journey-publish')).toBeDisabled()
    expect(screen.getByTestId('journey-headline')).toHaveTextContent('还有 1 处要改')
    await user.click(screen.getByRole('combobox', { name: '模板' }))
    await user.click(await screen.findByTitle('新品邮件'))
    await waitFor(() => expect(screen.getByTestId('judgement')).toHaveTextContent('可以发布'))
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(await box(/发「（还没选）」/)).toBeInTheDocument()
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    await waitFor(() => expect(within(screen.getByTestId('journey-canvas')).queryByLabelText(/还没选/, BOX)).not.toBeInTheDocument())
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true, shiftKey: true })
    expect(await box(/发「（还没选）」/)).toBeInTheDocument()
  })

  it('takes a step that is dropped onto a line, and keeps it', async () => {
    const saved = saves()
    const { user } = open('/b/demo/journeys/1')
    await waitFor(() => expect(edges()).toBe(8))
    const line = document.querySelector('.react-flow__edge[data-id="buy/timeout"]') as Element
    fireEvent.drop(line, { dataTransfer: dragged('delay') })
    expect(await box(/等一段时间: 等 1 天/)).toBeInTheDocument()
    const { nodes } = await save(user, saved)
    expect(nodes.find(({ id }) => id === 'buy')?.exits).toEqual({ happened: 'end', timeout: 'delay1' })
    expect(nodes.find(({ id }) => id === 'delay1')?.exits).toEqual({ next: 'call' })
  })

  it('takes a chosen step out by the keyboard and heals the way', async () => {
    const saved = saves()
    const { user } = open('/b/demo/journeys/1')
    const task = await box(/导购任务/)
    task.focus()
    await user.keyboard('{Enter}')
    expect(await screen.findByTestId('step-panel')).toBeInTheDocument()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(within(screen.getByTestId('journey-canvas')).queryByLabelText(/导购任务/, BOX)).not.toBeInTheDocument())
    const { nodes } = await save(user, saved)
    expect(nodes.find(({ id }) => id === 'buy')?.exits).toEqual({ happened: 'end', timeout: 'end' })
  })

  it('leads a way elsewhere by the panel, which needs no pointer', async () => {
    const saved = saves()
    const { user } = open('/b/demo/journeys/1')
    fireEvent.click(await box(/发消息/))
    await user.click(screen.getByRole('combobox', { name: '接下来去哪 · 没发出' }))
    await user.click(await screen.findByTitle(/请导购「问候新会员」/))
    const { nodes } = await save(user, saved)
    expect(nodes.find(({ id }) => id === 'hello')?.exits).toEqual({ sent: 'buy', notSent: 'call' })
  })

  it('says whom publishing lets in, and publishes what is drawn', async () => {
    const saved = saves()
    let published = false
    server.use(
      http.post('*/journeys/1/publish', () => {
        published = true
        return HttpResponse.json({ ...journeys[0], version: 3 })
      }),
    )
    const { user } = open('/b/demo/journeys/1')
    fireEvent.click(await box(/留对照组/))
    const percent = await screen.findByRole('spinbutton', { name: '留百分之几' })
    await user.clear(percent)
    await user.type(percent, '20')
    await waitFor(() => expect(screen.getByTestId('journey-publish')).toBeEnabled())
    await user.click(screen.getByTestId('journey-publish'))
    const words = await screen.findByTestId('publish-words')
    expect(words).toHaveTextContent('从现在起，这些人会进来：发生“成为会员”。')
    expect(words).toHaveTextContent('已经在里面的 812 人按原来的版本走完')
    expect(words).toHaveTextContent('还没试过？')
    expect(published).toBe(false)
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: /发\s*布/ }))
    await waitFor(() => expect(published).toBe(true))
    expect(saved[0].definition.nodes[0].step).toEqual({ type: 'holdout', percent: 20 })
  })
})

describe('a condition that is half written', () => {
  it('is kept when the panel closes, marked, and there again', async () => {
    const saved = saves()
    const { user } = open('/b/demo/journeys/1')
    fireEvent.click(await box(/发消息/))
    await user.click(screen.getByTestId('add-branch'))
    expect(screen.queryByTestId('unfinished')).not.toBeInTheDocument()
    const value = await screen.findByRole('spinbutton', { name: '值' })
    await user.clear(value)
    expect(await screen.findByTestId('unfinished')).toHaveTextContent('还没填完')
    const days = screen.getByRole('spinbutton', { name: '天' })
    await user.clear(days)
    await user.type(days, '45')
    fireEvent.click(await box(/导购任务/))
    await waitFor(() => expect(screen.queryByTestId('unfinished')).not.toBeInTheDocument())
    expect(await box(/按条件分开.*还没有填完/)).toBeInTheDocument()
    fireEvent.click(await box(/按条件分开/))
    expect(await screen.findByTestId('unfinished')).toBeInTheDocument()
    expect(screen.getByRole('spinbutton', { name: '天' })).toHaveValue('45')
    expect(screen.getByRole('spinbutton', { name: '值' })).toHaveValue('')
    const { nodes } = await save(user, saved)
    expect(nodes.find(({ step }) => step.type === 'branch')?.step).toMatchObject({ cases: [{ condition: { type: 'unfinished', draft: { children: [{ kind: 'orders', value: null }] } } }] })
  })
})

describe('the journey as a list', () => {
  it('says the same as the canvas and takes a step at every way out', async () => {
    const saved = saves()
    const { user } = open('/b/demo/journeys/1?view=list')
    const outline = await screen.findByTestId('journey-outline')
    await waitFor(() => expect(outline).toHaveTextContent('3等一件事等「下单付款」，最多 3 天进过 2,164在这里 640离开 332达成 20.0%发生了 → 4. 结束没等到 1,192 → 5. 请导购「问候新会员」，限 2 天'))
    await user.click(within(outline).getByRole('button', { name: '在这里加一步 · 没等到' }))
    await user.click(await screen.findByRole('menuitem', { name: '打标签' }))
    expect(await screen.findByTestId('outline-tag1')).toHaveTextContent('打上「（还没选）」')
    const { nodes } = await save(user, saved)
    expect(nodes.find(({ id }) => id === 'tag1')?.exits).toEqual({ next: 'call' })
  })

  it('is what a phone shows, without a canvas', async () => {
    const wide = window.matchMedia
    window.matchMedia = (query) => ({ ...wide(query), matches: true }) as MediaQueryList
    try {
      const { user } = open('/b/demo/journeys/1')
      const outline = await screen.findByTestId('journey-outline')
      expect(screen.queryByTestId('journey-canvas')).not.toBeInTheDocument()
      await user.click(within(outline).getByTestId('outline-hello'))
      expect(within(await screen.findByRole('dialog')).getByRole('combobox', { name: '模板' })).toBeInTheDocument()
    } finally {
      window.matchMedia = wide
    }
  })

  it('has the forms of who comes in, the goal and the rules', async () => {
    const saved = saves()
    const { user } = open('/b/demo/journeys/1?view=list')
    await user.click(await screen.findByTestId('outline-@trigger'))
    await user.click(screen.getByRole('combobox', { name: '怎么进来' }))
    await user.click(await screen.findByTitle('生日等日子前后'))
    expect(await screen.findByRole('combobox', { name: '哪个日子' })).toHaveValue('birthday')
    await user.click(screen.getByTestId('outline-@goal'))
    await user.click(await screen.findByRole('switch', { name: '要看效果' }))
    await user.click(screen.getByTestId('outline-@rules'))
    await user.click(await screen.findByRole('combobox', { name: '还能再进来吗' }))
    await user.click(await screen.findByTitle('过几天可以'))
    const definition = await save(user, saved)
    expect(definition.trigger).toEqual({ type: 'day', attribute: 'birthday', everyYear: true, daysBefore: 7, time: '09:30' })
    expect(definition.goal).toBeNull()
    expect(definition.reentry).toEqual({ rule: 'afterDays', days: 90, key: null })
    expect(definition.exitRules).toEqual(welcome.exitRules)
  })
})
