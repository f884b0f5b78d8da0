import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { open } from '../render'
import { server } from '../server'

describe('the exchange', () => {
  it('says of each webhook how it fares and why it does not', async () => {
    open('/b/demo/settings/exchange')
    const crm = (await screen.findByText('CRM')).closest('tr')!
    expect(within(crm).getByText('使用中')).toBeInTheDocument()
    const desk = screen.getByText('客服系统').closest('tr')!
    expect(within(desk).getByText('有问题')).toBeInTheDocument()
    expect(within(desk).getByText(/对方回答 HTTP 503/)).toBeInTheDocument()
    expect(within(desk).getByText(/已试 7 次/)).toBeInTheDocument()
    const old = screen.getByText('旧商城').closest('tr')!
    expect(within(old).getByText(/从停下的地方继续/)).toBeInTheDocument()
  })

  it('shows a new secret once', async () => {
    let sent: unknown
    server.use(
      http.post('*/webhooks', async ({ request }) => {
        sent = await request.json()
        const { name, url } = sent as { name: string; url: string }
        return HttpResponse.json({
          webhook: { id: 7, name, url, events: [], personalData: false, state: 'active', behind: 0, delivered: 0, lastDeliveredAt: null, attempts: 0, failingSince: null, nextTryAt: null, failure: null, failureStatus: null, deadLetters: 0, createdAt: '2026-11-20T02:00:00Z' },
          secret: 'whsec_shownOnce',
        })
      }),
    )
    const { user } = open('/b/demo/settings/exchange')
    await user.click(await screen.findByRole('button', { name: '新建 Webhook' }))
    await user.type(await screen.findByLabelText('名称'), '会员中台')
    await user.type(screen.getByLabelText('地址'), 'https://member.example.com/hook')
    await user.click(screen.getByRole('button', { name: /^新\s*建$/ }))
    expect(await screen.findByTestId('webhook-secret')).toHaveTextContent('whsec_shownOnce')
    expect(sent).toMatchObject({ name: '会员中台', url: 'https://member.example.com/hook', events: [], personalData: false })
  })

  it('has dead letters delivered once more', async () => {
    let asked: unknown
    server.use(
      http.post('*/webhooks/1/dead-letters/replay', async ({ request }) => {
        asked = await request.json()
        return HttpResponse.json({ count: 2 })
      }),
    )
    const { user } = open('/b/demo/settings/exchange')
    await user.click(await screen.findByRole('button', { name: '「CRM」的死信' }))
    expect(await screen.findByText('对方不接受内容（HTTP 422）')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '全部重新投递' }))
    await waitFor(() => expect(asked).toEqual({ ids: null }))
  })

  it('shows the lag of what comes in by Kafka, and why nothing does', async () => {
    open('/b/demo/settings/exchange?tab=inlets')
    const erp = (await screen.findByText('ERP')).closest('tr')!
    expect(within(erp).getByText('erp.orders')).toBeInTheDocument()
    expect(await screen.findByText(/用户名、密码或权限不对/)).toBeInTheDocument()
  })

  it('gives the files of an export to take away', async () => {
    open('/b/demo/settings/exchange?tab=exports')
    expect(await screen.findByRole('link', { name: '下载 orders-00001.parquet' })).toHaveAttribute('href', '/api/brands/demo/exports/2/files/orders-00001.parquet')
    expect(screen.getByText('文件已删除')).toBeInTheDocument()
  })
})
