import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { open } from '../render'
import { server } from '../server'

describe('what is late', () => {
  it('stands at the bell wherever one is, with the reason and a way to it', async () => {
    const { user } = open('/b/demo/templates')
    await user.click(await screen.findByRole('button', { name: '滞后告警: 1' }))
    const way = await screen.findByRole('link', { name: /邮件服务器 smtp.example.com 无法连接/ })
    expect(way).toHaveAttribute('href', '/b/demo/journeys/health')
    expect(screen.getByText(/至少 1,240 个在等/)).toBeInTheDocument()
    expect(screen.queryByText(/复购提醒/)).not.toBeInTheDocument()
  })

  it('has a page that keeps what has recovered', async () => {
    open('/b/demo/alerts')
    expect(await screen.findByTestId('alert-headline')).toHaveTextContent('1 件事滞后')
    const row = (await screen.findByText(/复购提醒/)).closest('tr')
    expect(within(row as HTMLElement).getByText(/恢复/)).toBeInTheDocument()
  })

  it('is told to the addresses an administrator names', async () => {
    let saved: unknown
    server.use(
      http.put('*/alerts/settings', async ({ request }) => {
        saved = await request.json()
        return HttpResponse.json(saved as object)
      }),
    )
    const { user } = open('/b/demo/alerts')
    await user.type(await screen.findByRole('combobox', { name: '写信给' }), 'li@example.com{Enter}')
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(saved).toEqual({ minutes: 15, mail: ['zhou@example.com', 'li@example.com'] }))
  })
})
