import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { customers } from '../../mock/data/customers'
import { open } from '../render'
import { server } from '../server'

describe('the size of a segment over time', () => {
  it('leads from a number to the people behind it', async () => {
    const { user } = open('/b/demo/segments/g1?tab=sizes')
    expect(await screen.findByRole('heading', { name: '最近的计算' })).toBeInTheDocument()
    const [entered] = screen.getAllByRole('button', { name: /^\+\d/ })
    await user.click(entered)
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByText(/进入的客户$/)).toBeInTheDocument()
    expect(await within(drawer).findByRole('link', { name: customers[20].name ?? /./ })).toHaveAttribute('href', `/b/demo/customers/${customers[20].customerNo}`)
  })

  it('is evaluated on demand', async () => {
    const { user } = open('/b/demo/segments/g1?tab=sizes')
    await user.click(await screen.findByRole('button', { name: '立即计算' }))
    expect(await screen.findByText(/^已计算：/)).toBeInTheDocument()
  })

  it('is told to others where somebody switched that on', async () => {
    let on: unknown
    server.use(
      http.put('*/segments/g1/feed', async ({ request }) => {
        on = await request.json()
        return new HttpResponse(null, { status: 204 })
      }),
    )
    const { user } = open('/b/demo/segments/g1?tab=sizes')
    await user.click(await screen.findByRole('switch', { name: '进出通知' }))
    await waitFor(() => expect(on).toEqual({ on: true }))
  })
})

describe('the segments of a customer', () => {
  it('stand on the customer’s page and lead to the segment', async () => {
    open(`/b/demo/customers/${customers[0].customerNo}`)
    expect(await screen.findByRole('link', { name: '沉睡 90 天的老客' })).toHaveAttribute('href', '/b/demo/segments/g1')
  })
})
