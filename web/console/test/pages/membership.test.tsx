import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

describe('paid memberships', () => {
  it('say what comes back and which tier is left before one is refunded', async () => {
    const { user } = open('/b/demo/customers/12346?tab=points')
    const row = (await screen.findAllByText('Plus 年卡'))[0].closest('tr')!
    await user.click(within(row).getByRole('button', { name: /退\s*款/ }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/之后的等级：银卡/)).toBeInTheDocument()
    expect(within(dialog).getByText(/按方案应退 £186\.00；最多 £365\.00/)).toBeInTheDocument()
    expect(within(dialog).getByLabelText('退多少')).toHaveValue('186.00')
    await user.click(within(dialog).getByRole('button', { name: '结束并退款' }))
    expect(await within(dialog).findByText('必填')).toBeInTheDocument()
    await user.type(within(dialog).getByLabelText('原因'), '不满意')
    await user.click(within(dialog).getByRole('button', { name: '结束并退款' }))
    await waitFor(() => expect(screen.getByText('不满意')).toBeInTheDocument())
    expect(screen.getByText(/退款 £186\.00 · han/)).toBeInTheDocument()
  })

  it('say why the server refuses', async () => {
    server.use(http.post('*/paid-memberships/:key/refund', () => problem(409, 'paid-membership-ended')))
    server.use(
      http.get('*/paid-memberships', () =>
        HttpResponse.json([{ key: 'p1', plan: 'Plus', tier: null, price: 100, from: '2026-06-01T02:00:00Z', until: '2027-06-01T02:00:00Z', soldAt: '2026-06-01T02:00:00Z', soldBy: 'lin', refundable: 0, tierAfter: null, refundedAt: null, refunded: null, refundReason: null, refundedBy: null }]),
      ),
    )
    const { user } = open('/b/demo/customers/12346?tab=points')
    await user.click(await screen.findByRole('button', { name: /退\s*款/ }))
    await user.type(await screen.findByLabelText('原因'), '再退一次')
    await user.click(screen.getByRole('button', { name: '结束并退款' }))
    expect(await screen.findByText('付费会员已结束')).toBeInTheDocument()
  })
})

describe('terms of membership', () => {
  it('are published as another version, and the one before can be read', async () => {
    const { user } = open('/b/demo/member-terms')
    expect(await screen.findByText(/正在使用第 own-1 版/)).toBeInTheDocument()
    await user.type(screen.getByLabelText('中文'), '有疑问请联系门店。')
    await user.click(screen.getByRole('button', { name: '发布新版本' }))
    await user.click((await screen.findAllByRole('button', { name: /确\s*定/ })).at(-1)!)
    expect(await screen.findByText(/正在使用第 own-2 版/)).toBeInTheDocument()
    const before = screen.getByText('own-1').closest('tr')!
    await user.click(within(before).getByRole('button', { name: /查\s*看/ }))
    expect(await screen.findByText(/积分一年有效/, { selector: '.ant-typography' })).not.toHaveTextContent('联系门店')
  })
})
