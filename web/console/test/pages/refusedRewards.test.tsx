import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

describe('rewards that could not be given', () => {
  it('say to whom, what for and why, and are tried again where that can help', async () => {
    const { user } = open('/b/demo/refused-rewards')
    const row = (await screen.findByText('旅程 · 沉睡唤醒')).closest('tr') as HTMLElement
    expect(row).toHaveTextContent('50 积分')
    expect(row).toHaveTextContent('不是会员')
    const gone = screen.getByText('券模板或抽奖已不存在').closest('tr') as HTMLElement
    expect(within(gone).queryByRole('button')).toBeNull()
    await user.click(within(row).getByRole('button', { name: /重\s*试/ }))
    await waitFor(() => expect(screen.queryByText('旅程 · 沉睡唤醒')).toBeNull())
  })

  it('say why they cannot be tried yet', async () => {
    server.use(http.post('*/refused-rewards/:id/retry', () => problem(409, 'reward-not-retryable', { detail: '这份奖励现在不能重试（不是会员）' })))
    const { user } = open('/b/demo/refused-rewards')
    await user.click((await screen.findAllByRole('button', { name: /重\s*试/ }))[0])
    expect(await screen.findByText(/这份奖励现在不能重试（不是会员）/)).toBeInTheDocument()
  })

  it('say so when there are none', async () => {
    server.use(http.get('*/refused-rewards', () => HttpResponse.json({ items: [], next: null })))
    open('/b/demo/refused-rewards')
    expect(await screen.findByText('没有未发放的奖励')).toBeInTheDocument()
  })
})
