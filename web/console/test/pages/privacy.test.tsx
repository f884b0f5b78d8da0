import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { customers } from '@mock/data/customers'
import { open } from '../render'
import { server } from '../server'

const NO = customers[0].customerNo
const CUSTOMER = `/b/demo/customers/${NO}`

describe('consent and personal data', () => {
  it('shows what is in force and every decision that led there', async () => {
    open(`${CUSTOMER}?tab=consent`)
    expect(await screen.findByText('同意通过企业微信收到新品和活动消息 · 2026-05 · 门店登记表 0421')).toBeInTheDocument()
    expect(screen.getByText('zhou 代为登记')).toBeInTheDocument()
  })

  it('shows a masked value in plain once a reason is given', async () => {
    let asked: unknown
    server.use(
      http.post('*/look-ups', async ({ request }) => {
        asked = await request.json()
        return HttpResponse.json({ values: ['wmAbSecretx9Qw'] })
      }),
    )
    const { user } = open(CUSTOMER)
    const row = (await screen.findByText('wmAb****x9Qw')).closest('tr')!
    await user.click(within(row).getByRole('button', { name: /显示/ }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox'), '顾客来电核对')
    await user.click(within(dialog).getByRole('button', { name: /显\s?示/ }))
    expect(await screen.findByText('wmAbSecretx9Qw')).toBeInTheDocument()
    expect(asked).toEqual({ field: 'external_userid', reason: '顾客来电核对' })
  })

  it('asks for an erasure with its reason', async () => {
    let asked: unknown
    server.use(
      http.post('*/erasure', async ({ request }) => {
        asked = await request.json()
        return HttpResponse.json({ id: '3', state: 'waiting' })
      }),
    )
    const { user } = open(`${CUSTOMER}?tab=privacy`)
    expect(await screen.findByText('本人来信要求')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '删除个人信息' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox'), '本人来电')
    await user.click(within(dialog).getByRole('button', { name: '删除个人信息' }))
    await waitFor(() => expect(asked).toEqual({ reason: '本人来电' }))
    expect(await screen.findByText('已登记，等另一位管理员复核')).toBeInTheDocument()
  })

  it('lists erasures with their certificates, and lets another administrator agree', async () => {
    let agreed = false
    server.use(
      http.post('*/api/erasures/2/approve', () => {
        agreed = true
        return HttpResponse.json({ id: '2', state: 'running' })
      }),
    )
    const { user } = open('/b/demo/settings/privacy')
    await user.click(await screen.findByRole('button', { name: '删除证明' }))
    const certificate = await screen.findByRole('dialog')
    expect(within(certificate).getByText('企业微信好友关系')).toBeInTheDocument()
    expect(within(certificate).getByText(/会计资料须依法保存/)).toBeInTheDocument()
    await user.click(within(certificate).getByRole('button', { name: /close|关闭/i }))
    await user.click(screen.getByRole('button', { name: '批准删除' }))
    await waitFor(() => expect(agreed).toBe(true))
  })
})
