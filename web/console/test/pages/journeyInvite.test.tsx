import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeAll, describe, expect, it } from 'vitest'
import type { InvitationPreview, JourneyInvitation } from '@/client'
import { switchLanguage } from '@/app/i18n'
import { forecast, journeys } from '@mock/data/journeys'
import { canvasInJsdom } from '../canvas'
import { open } from '../render'
import { server } from '../server'

beforeAll(canvasInJsdom)

/** What is asked and sent, as the server gets it. */
function talks() {
  const asked: InvitationPreview[] = []
  const sent: JourneyInvitation[] = []
  server.use(
    http.get('*/journeys/1', () => HttpResponse.json({ ...journeys[0], state: 'live' })),
    http.post('*/journeys/1/invite/preview', async ({ request }) => {
      asked.push((await request.json()) as InvitationPreview)
      return HttpResponse.json(forecast)
    }),
    http.post('*/journeys/1/invite', async ({ request }) => {
      sent.push((await request.json()) as JourneyInvitation)
      return HttpResponse.json({ customers: 1_204 }, { status: 202 })
    }),
  )
  return { asked, sent }
}

describe('inviting customers by hand', () => {
  it('is begun from the journey that runs', async () => {
    talks()
    open('/b/demo/journeys/1')
    expect((await screen.findByTestId('journey-invite')).closest('a')).toHaveAttribute('href', '/b/demo/journeys/1/invite')
  })

  it('says who would come in and why the others not, asks once more, and tells the result', async () => {
    const { asked, sent } = talks()
    const { user } = open('/b/demo/journeys/1/invite')
    await user.click(await screen.findByText('指定的客户'))
    expect(screen.getByTestId('invite-look')).toBeDisabled()
    await user.click(screen.getByRole('textbox', { name: '客户' }))
    await user.paste('M-1\n13800000000, M-1\n\n7')
    await user.click(screen.getByTestId('invite-look'))
    const told = await screen.findByTestId('invite-forecast')
    expect(asked).toEqual([{ people: ['M-1', '13800000000', '7'], segment: null, customers: null }])
    expect(within(told).getByTestId('invite-enter')).toHaveTextContent('1,102')
    expect(told).toHaveTextContent('62 已经在旅程里')
    expect(told).toHaveTextContent('40 以前进来过，规则不许现在再进')
    expect(told).toHaveTextContent('3 找不到这样的客户')
    expect(told).toHaveTextContent('没找到的：13900000000 · nobody@mail.cn · A-77')
    await waitFor(() => expect(within(told).getByTestId('reach-hello')).toHaveTextContent('「秋季问候」（企业微信）：134 人收不到120 人没有这个渠道 · 14 人没有同意'))
    await user.click(screen.getByTestId('invite'))
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('把 1,102 人送进「新会员欢迎」？')
    expect(sent).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '送入 1,102 人' }))
    expect(await screen.findByTestId('invited')).toBeInTheDocument()
    expect(screen.getByText('已送到门口：1,204 人')).toBeInTheDocument()
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ people: ['M-1', '13800000000', '7'], segment: null, context: null })
    expect(sent[0].key).not.toBe('')
  })

  it('forgets what was looked at when somebody else is chosen', async () => {
    talks()
    const { user } = open('/b/demo/journeys/1/invite')
    await user.click(await screen.findByRole('combobox', { name: '人群' }))
    const options = await waitFor(() => {
      const found = document.querySelectorAll<HTMLElement>('.ant-select-item-option')
      expect(found.length).toBeGreaterThan(1)
      return found
    })
    await user.click(options[0])
    await user.click(screen.getByTestId('invite-look'))
    expect(await screen.findByTestId('invite')).toBeInTheDocument()
    await user.click(screen.getByText('指定的客户'))
    expect(screen.queryByTestId('invite')).not.toBeInTheDocument()
  })

  it('is not possible while the journey does not run', async () => {
    switchLanguage('en')
    server.use(http.get('*/journeys/1', () => HttpResponse.json({ ...journeys[0], state: 'paused' })))
    open('/b/demo/journeys/1/invite')
    expect(await screen.findByText(/The journey is not running/)).toBeInTheDocument()
    expect(screen.queryByTestId('invite-look')).not.toBeInTheDocument()
  })
})
