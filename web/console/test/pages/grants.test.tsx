import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import type { GrantRequest } from '@/client'
import { describe, expect, it } from 'vitest'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

const asked: GrantRequest = {
  id: '9',
  kind: 'deduction',
  customer: 7,
  points: 3_000,
  note: '误发',
  template: null,
  templateName: null,
  coupons: null,
  tier: null,
  until: null,
  state: 'asked',
  askedBy: 'lin',
  askedAt: '2026-11-20T02:00:00Z',
  mayDecide: true,
  decidedBy: null,
  decidedAt: null,
  reason: null,
}

describe('grants to approve', () => {
  it('are approved by a second person, or refused with a reason', async () => {
    const { user } = open('/b/demo/grants')
    const row = (await screen.findByText('发 2,000 张「满 100 减 20」')).closest('tr')!
    expect(within(row).getByText('待决定')).toBeInTheDocument()
    await user.click(within(row).getByRole('button', { name: /退\s*回/ }))
    await user.type(await screen.findByLabelText('为什么退回（提请人会看到）'), '没有凭证')
    await user.click(screen.getAllByRole('button', { name: /退\s*回/ }).at(-1)!)
    await waitFor(() => expect(screen.getByText('没有凭证')).toBeInTheDocument())
    expect(screen.getByText('补发 5,000 积分')).toBeInTheDocument()
  })

  it('are tiers as well, whose days have a limit of their own', async () => {
    const saved: unknown[] = []
    server.use(http.put('*/loyalty/grant-limit', async ({ request }) => HttpResponse.json((saved.push(await request.json()), saved[0] as object))))
    const { user } = open('/b/demo/grants')
    expect(await screen.findByText(/赠送等级「金卡」到 2027-11-2/)).toBeInTheDocument()
    const days = await screen.findByLabelText('每人每天赠送等级天数')
    expect(days).toHaveValue('60')
    await user.clear(days)
    await user.type(days, '30')
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(saved).toEqual([{ points: 1_000, coupons: 500, tierDays: 30 }]))
  })

  it('are asked of a colleague where a tier is given for longer than one person may', async () => {
    const sent: unknown[] = []
    server.use(
      http.put('*/tier-gifts/:key', () => problem(409, 'grant-needs-approval', { detail: '今天还能赠送 30 天。' })),
      http.post('*/loyalty/grant-requests/tiers', async ({ request }) => HttpResponse.json((sent.push(await request.json()), { id: '9' }))),
    )
    const { user } = open('/b/demo/customers/12346?tab=points')
    await user.click(await screen.findByRole('button', { name: '赠送等级' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByLabelText('等级'))
    await user.click((await screen.findAllByTitle('银卡')).at(-1)!)
    await user.type(within(dialog).getByLabelText('到哪天为止（含当天）'), '2027-11-20{Enter}')
    await user.type(within(dialog).getByLabelText('原因'), '周年客户')
    await user.click(within(dialog).getByRole('button', { name: /赠\s*送/ }))
    expect(await screen.findByText('今天还能赠送 30 天。')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '请同事批准' }))
    await waitFor(() => expect(sent).toMatchObject([{ customer: 12_346, note: '周年客户' }]))
    expect(await screen.findByText('已提请，等另一位同事批准；还没有发放。')).toBeInTheDocument()
  })

  it('say why somebody may not decide', async () => {
    server.use(http.get('*/loyalty/grant-requests', () => HttpResponse.json([asked])))
    server.use(http.post('*/loyalty/grant-requests/:id/approve', () => problem(403, 'grant-own-approval')))
    const { user } = open('/b/demo/grants')
    await user.click(await screen.findByRole('button', { name: /批\s*准/ }))
    await user.click((await screen.findAllByRole('button', { name: /确\s*定|OK/ })).at(-1)!)
    expect(await screen.findByText('须由另一位同事决定')).toBeInTheDocument()
  })
})

describe('till keys', () => {
  it('show the secret of a new one once', async () => {
    const { user } = open('/b/demo/till-keys')
    expect(await screen.findByText('收银 1')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '新建密钥' }))
    await user.type(await screen.findByLabelText('名称'), '收银 2')
    await user.click(screen.getByRole('button', { name: /^新\s*建$/ }))
    expect(await screen.findByTestId('till-secret')).toHaveTextContent('wt_secret')
  })
})
