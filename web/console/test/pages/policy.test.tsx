import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { customers } from '../../mock/data/customers'
import { open } from '../render'
import { server } from '../server'

describe('the contact policy', () => {
  it('adds a cap and keeps what else is set', async () => {
    let saved: Record<string, unknown> = {}
    server.use(
      http.put('*/policy', async ({ request }) => {
        saved = (await request.json()) as Record<string, unknown>
        return HttpResponse.json(saved)
      }),
    )
    const { user } = open('/b/demo/settings/policy')
    await user.click(await screen.findByRole('button', { name: /加一条上限/ }))
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    expect(await screen.findByText('已保存')).toBeInTheDocument()
    expect(saved).toEqual({
      capPerCustomer: 4,
      capDays: 30,
      quietFrom: '21:00',
      quietTo: '09:00',
      controlPercent: 5,
      caps: [
        { channel: 'email', purpose: null, most: 2, days: 7 },
        { channel: null, purpose: 'marketing', most: 2, days: 30 },
      ],
      suppressionLists: [],
    })
  })

  it('takes a cap away', async () => {
    let saved: { caps?: unknown[] } = {}
    server.use(
      http.put('*/policy', async ({ request }) => {
        saved = (await request.json()) as typeof saved
        return HttpResponse.json(saved)
      }),
    )
    const { user } = open('/b/demo/settings/policy')
    await user.click(await screen.findByRole('button', { name: '删除第 1 条上限' }))
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    expect(await screen.findByText('已保存')).toBeInTheDocument()
    expect(saved.caps).toEqual([])
  })

  it('says what platforms allow, what waits and why', async () => {
    open('/b/demo/settings/policy')
    expect(await screen.findByText('企业微信：每位客户每个自然月最多 28 条')).toBeInTheDocument()
    expect(await screen.findByText(/邮件服务器 smtp.example.com 无法连接/)).toBeInTheDocument()
    const row = (await screen.findByText('近期已收到太多')).closest('tr')
    expect(within(row as HTMLElement).getByText('journey')).toBeInTheDocument()
  })
})

describe('the limit above which two people are needed', () => {
  it('is saved in the currency’s smallest unit, and empty means none', async () => {
    let saved: unknown
    server.use(
      http.put('*/policy/approval', async ({ request }) => {
        saved = await request.json()
        return HttpResponse.json({ capPerCustomer: 4, capDays: 30, quietFrom: '21:00', quietTo: '09:00', controlPercent: 5, caps: [], suppressionLists: [], approval: saved })
      }),
    )
    const { user } = open('/b/demo/settings/policy')
    const cost = await screen.findByLabelText('预计费用超过')
    await user.type(cost, '200.5')
    await user.clear(screen.getByLabelText('收件人超过'))
    await user.click(screen.getByTestId('approval-limit-save'))
    await waitFor(() => expect(saved).toEqual({ recipients: null, cost: 20_050 }))
  })
})

describe('why a customer did not get it', () => {
  it('is told for broadcasts and messages', async () => {
    open(`/b/demo/customers/${customers[0].customerNo}?tab=messages`)
    expect(await screen.findByText('没有同意接收，或已撤回同意')).toBeInTheDocument()
    expect(screen.getByText('已拦下')).toBeInTheDocument()
    expect(screen.getByText(/免打扰时段，结束后自动发送（.*之后）/)).toBeInTheDocument()
  })
})
