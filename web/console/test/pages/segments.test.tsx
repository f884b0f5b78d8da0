import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { NewSegment, SegmentQuestion } from '@/client'
import { open } from '../render'
import { server } from '../server'

function choose(row: HTMLElement, label: string, option: string) {
  fireEvent.mouseDown(within(row).getByRole('combobox', { name: label }))
  const options = screen.getAllByTitle(option)
  fireEvent.click(options[options.length - 1])
}

describe('the segment builder', () => {
  it('counts while it is edited and saves exactly the definition it shows', async () => {
    const asked: SegmentQuestion[] = []
    let saved: NewSegment | undefined
    server.use(
      http.post('*/segments/count', async ({ request }) => {
        asked.push((await request.json()) as SegmentQuestion)
        return HttpResponse.json({ count: 1_184, base: 5_942, dataAt: '2011-12-09T12:50:00Z', millis: 7, reading: { zh: '近 365 天至少下过 3 单', en: 'three orders' } })
      }),
      http.post('*/segments', async ({ request }) => {
        saved = (await request.json()) as NewSegment
        return HttpResponse.json({ ...saved, id: 'g9', reading: { zh: '含义', en: 'reading' }, version: 1, count: 1_184, countedAt: null, createdAt: '2011-12-09T12:50:00Z', updatedAt: '2011-12-09T12:50:00Z' })
      }),
    )
    const { user, router } = open('/b/demo/segments/new')

    const [orders] = await screen.findAllByTestId('segment-row')
    const amount = within(orders).getByRole('spinbutton', { name: '值' })
    await user.clear(amount)
    await user.type(amount, '3')

    await user.click(screen.getByRole('button', { name: /属性条件/ }))
    const save = screen.getByTestId('save-segment')
    await user.type(screen.getByLabelText(/人群名称/), '伦敦老客')
    expect(save).toBeDisabled()

    const row = screen.getAllByTestId('segment-row')[1]
    await waitFor(() => choose(row, '属性', '城市'))
    await user.type(within(row).getByRole('combobox', { name: '值' }), 'London')
    await user.click(within(row).getByRole('button', { name: '排除' }))

    expect(await screen.findByTestId('segment-count', {}, { timeout: 5_000 })).toHaveTextContent('1,184')
    expect(screen.getByText('占全部 5,942 位客户的 19.9%')).toBeInTheDocument()
    expect(screen.getByTestId('segment-reading')).toHaveTextContent('近 365 天至少下过 3 单')

    await waitFor(() => expect(save).toBeEnabled())
    await user.click(save)
    const definition = {
      type: 'and',
      conditions: [
        { type: 'orders', measure: 'count', operator: 'atLeast', value: 3, window: { type: 'last', days: 365 } },
        { type: 'not', condition: { type: 'attribute', attribute: 'city', operator: 'is', values: ['London'] } },
      ],
    }
    await waitFor(() => expect(saved).toEqual({ name: '伦敦老客', description: null, definition }))
    expect(asked.at(-1)).toEqual({ definition })
    await waitFor(() => expect(router.state.location.pathname).toBe('/b/demo/segments/g9'))
  })

  it('starts from a definition in the address', async () => {
    const definition = { type: 'and', conditions: [{ type: 'orders', measure: 'sum', operator: 'atLeast', value: 50_000, window: null }] }
    open(`/b/demo/segments/new?definition=${encodeURIComponent(JSON.stringify(definition))}`)
    const row = await screen.findByTestId('segment-row')
    expect(within(row).getByRole('spinbutton', { name: '值' })).toHaveValue('500')
  })
})
