import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { broadcasts, result } from '@mock/data/broadcasts'
import { open } from '../render'
import { server } from '../server'

describe('a broadcast’s result', () => {
  it('says “not shown” where the interval includes zero, and draws it', async () => {
    open('/b/demo/broadcasts/1')
    const sales = await screen.findByTestId('effect-sales')
    expect(within(sales).getByText('未证实')).toBeInTheDocument()
    expect(within(sales).queryByText('已证实')).not.toBeInTheDocument()
    expect(within(sales).getByRole('img')).toHaveAccessibleName('人均净销售额: +£8.94, 95% 区间 −£3.10 至 +£20.98')
    const buyers = screen.getByTestId('effect-buyers')
    expect(within(buyers).getByText('已证实')).toBeInTheDocument()
    expect(within(buyers).getByText('+4.09 个百分点')).toBeInTheDocument()
  })

  it('does not believe an answer that calls an interval across zero shown', async () => {
    const effects = result.effects.map((effect) => ({ ...effect, shown: true }))
    server.use(http.get('*/broadcasts/:id/result', () => HttpResponse.json({ ...result, effects })))
    open('/b/demo/broadcasts/1')
    expect(within(await screen.findByTestId('effect-sales')).getByText('未证实')).toBeInTheDocument()
  })

  it('shows treated beside holdout and the attributed view with its rule', async () => {
    open('/b/demo/broadcasts/1')
    expect(await screen.findByTestId('arm-treated-buyers')).toHaveTextContent('41212.84%')
    expect(screen.getByTestId('arm-holdout-buyers')).toHaveTextContent('528.75%')
    expect(screen.getByTestId('attributed-orders')).toHaveTextContent('301')
    expect(screen.getByText(result.attributed.rule.zh)).toBeInTheDocument()
  })

  it('says what delivered means for e-mail, which has no receipts', async () => {
    const { user } = open('/b/demo/broadcasts/1')
    await user.hover(within(await screen.findByTestId('result-delivered')).getByText('送达'))
    expect(await screen.findByText(/邮件没有回执：邮件服务器收下、没有拒收也没有退回的，就算送达/)).toBeInTheDocument()
    await user.click(screen.getByRole('tab', { name: '进展' }))
    await user.hover(within(await screen.findByTestId('progress-delivered')).getByText('已送达'))
    await waitFor(() => expect(screen.getAllByText(/邮件没有回执/)).toHaveLength(2))
  })
})

describe('a planned broadcast', () => {
  it('shows who is left out and why, and says whom it reaches before it starts', async () => {
    let started = false
    const planned = structuredClone(broadcasts[0])
    server.use(
      http.get('*/broadcasts/3', () => HttpResponse.json(planned)),
      http.post('*/broadcasts/3/start', () => {
        started = true
        return HttpResponse.json({ ...planned, state: 'sending' })
      }),
    )
    const { user } = open('/b/demo/broadcasts/3')
    expect(await screen.findByTestId('broadcast-headline')).toHaveTextContent('待发送：将发给 3,208 人，594 人留作对照。')
    expect(screen.getByTestId('plan-no-consent')).toHaveTextContent('没有同意接收')
    expect(screen.getByTestId('plan-no-consent')).toHaveTextContent('−512')
    await user.click(screen.getByTestId('broadcast-start'))
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('开始发送给 3,208 人？')
    expect(dialog).toHaveTextContent('42 位导购')
    expect(started).toBe(false)
    await user.click(within(dialog).getByRole('button', { name: '开始发送' }))
    await waitFor(() => expect(started).toBe(true))
  })

  it('says how far it has come while it is sent', async () => {
    const progress = { recipients: 5_300, pending: 3_900, sent: 190, delivered: 1_204, failed: 6, unknown: 0, cancelled: 0, awaitingGuide: 190, clicked: 88, forecast: null }
    server.use(http.get('*/broadcasts/2', () => HttpResponse.json({ ...broadcasts[0], id: '2', state: 'sending', progress })))
    open('/b/demo/broadcasts/2')
    expect(await screen.findByTestId('broadcast-headline')).toHaveTextContent('发送中：已送达 1,204 / 5,300')
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '26.4')
    expect(screen.getByTestId('broadcast-pause')).toBeEnabled()
  })
})

describe('the forecast of a broadcast', () => {
  const sending = (forecast: object) =>
    server.use(
      http.get('*/broadcasts/2', () => {
        const two = broadcasts.find(({ id }) => id === '2')
        const nothing = { handedOver: null, finished: null, unknown: null, guides: 0, perMinute: null, resumes: null, why: null }
        return HttpResponse.json({ ...two, progress: { ...two?.progress, forecast: { ...nothing, ...forecast } } })
      }),
    )

  it('is a time and the pace it stands on', async () => {
    sending({ finished: '2026-11-20T07:20:00Z', handedOver: '2026-11-20T07:20:00Z', perMinute: 240 })
    open('/b/demo/broadcasts/2')
    expect(await screen.findByTestId('forecast')).toHaveTextContent(/预计 2026-11-20 07:20 发完；最近每分钟 240 人/)
  })

  it('invents no time while guides have to confirm', async () => {
    open('/b/demo/broadcasts/2')
    const line = await screen.findByTestId('forecast')
    expect(line).toHaveTextContent('等 9 位导购确认，什么时候确认无法预计')
    expect(line).not.toHaveTextContent('发完')
  })

  it('says why where nobody knows', async () => {
    sending({ unknown: 'stalled', why: { zh: '邮件服务器无法连接', en: 'x' } })
    open('/b/demo/broadcasts/2')
    expect(await screen.findByTestId('forecast')).toHaveTextContent('几分钟没有一条发出去，发完时间不知道；邮件服务器无法连接')
  })
})

describe('a broadcast above the limit', () => {
  it('is asked about instead of started', async () => {
    let asked = false
    const above = { ...structuredClone(broadcasts[0]), aboveLimit: ['recipients' as const] }
    const approval = { round: 1, askedBy: 'zhou', askedAt: '2026-11-20T01:30:00Z', mayDecide: false, decidedBy: null, decidedAt: null, reason: null }
    server.use(
      http.get('*/broadcasts/3', () => HttpResponse.json(asked ? { ...above, state: 'awaiting', approval } : above)),
      http.post('*/broadcasts/3/ask-approval', () => {
        asked = true
        return HttpResponse.json({ ...above, state: 'awaiting', approval })
      }),
    )
    const { user } = open('/b/demo/broadcasts/3')
    expect(await screen.findByTestId('approval-needed')).toHaveTextContent('人数超过上限')
    expect(screen.queryByTestId('broadcast-start')).not.toBeInTheDocument()
    await user.click(screen.getByTestId('broadcast-ask'))
    expect(await screen.findByTestId('approval')).toHaveTextContent('规划和提请的人不能自己批准')
    expect(screen.queryByTestId('approval-approve')).not.toBeInTheDocument()
  })

  it('tells the second person who asked, whom it reaches and what it costs, and takes a refusal only with a reason', async () => {
    const decided: unknown[] = []
    server.use(
      http.post('*/broadcasts/4/:decision', async ({ params, request }) => {
        decided.push([params.decision, await request.json()])
        return HttpResponse.json(broadcasts.find(({ id }) => id === '4'))
      }),
    )
    const { user } = open('/b/demo/broadcasts/4')
    const panel = await screen.findByTestId('approval')
    expect(panel).toHaveTextContent('zhou 于')
    expect(panel).toHaveTextContent('将发给 24,000 人')
    expect(panel).toHaveTextContent('2,160')
    await user.click(screen.getByTestId('approval-approve'))
    await waitFor(() => expect(decided).toEqual([['approve', { round: 2 }]]))
    await user.click(screen.getByTestId('approval-refuse'))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByRole('button', { name: /退\s*回/ })).toBeDisabled()
    await user.type(within(dialog).getByLabelText('退回的原因'), '链接是旧的')
    await user.click(within(dialog).getByRole('button', { name: /退\s*回/ }))
    await waitFor(() => expect(decided[1]).toEqual(['refuse', { round: 2, reason: '链接是旧的' }]))
  })
})
