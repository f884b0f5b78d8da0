import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { SeparateCustomers } from '@/client'
import { open } from '../render'
import { server } from '../server'

describe('one customer’s identity', () => {
  it('says by which links a customer is one, and takes apart what was wrong', async () => {
    let sent: SeparateCustomers | undefined
    server.use(
      http.post('*/customers/12346/separate', async ({ request }) => {
        sent = (await request.json()) as SeparateCustomers
        return HttpResponse.json({})
      }),
    )
    const { user } = open('/b/demo/customers/12346?tab=identity')
    expect((await screen.findAllByText(/138\*\*\*\*5678/)).length).toBeGreaterThan(0)
    expect(screen.getByText(/本人确认/)).toBeInTheDocument()
    const graph = screen.getByRole('img', { name: '为什么是同一个人' })
    const dashed = [...graph.querySelectorAll('path')].map((link) => link.hasAttribute('stroke-dasharray'))
    expect(dashed, 'a link that does not hold is dashed').toEqual([false, false, false, true])
    const cuts = screen.getAllByRole('button', { name: /拆\s*开/ })
    expect(cuts, 'a link that holds nobody together cannot be cut').toHaveLength(3)

    await user.click(cuts[1])
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox'), '父子')
    await user.click(within(dialog).getByRole('button', { name: /拆\s*开/ }))
    await waitFor(() => expect(sent).toEqual({ low: 20_117, high: 20_119, why: '父子' }))
  })
})
