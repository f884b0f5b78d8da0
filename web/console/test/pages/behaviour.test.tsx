import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Condition, NewSegment } from '@/client'
import { open } from '../render'
import { server } from '../server'

describe('conditions over events in the builder', () => {
  it('come back from the address as they are saved', async () => {
    const definition: Condition = {
      type: 'and',
      conditions: [
        {
          type: 'events',
          event: 'Product Viewed',
          where: [{ property: 'category', operator: 'hasAll', values: ['Christmas', 'Kitchen'] }],
          measure: 'average',
          property: 'price',
          operator: 'atMost',
          value: 9.5,
          window: { type: 'last', days: 30 },
        },
        { type: 'sequence', steps: [{ event: 'Product Added', where: [] }], withinDays: 3, without: { event: 'Order Completed', where: [] }, window: null },
      ],
    }
    let saved: NewSegment | undefined
    server.use(
      http.post('*/segments', async ({ request }) => {
        saved = (await request.json()) as NewSegment
        return HttpResponse.json({ ...saved, id: 'g9', reading: { zh: '含义', en: 'reading' }, version: 1, count: 1, countedAt: null, createdAt: '2011-12-09T12:50:00Z', updatedAt: '2011-12-09T12:50:00Z' })
      }),
    )
    const { user } = open(`/b/demo/segments/new?definition=${encodeURIComponent(JSON.stringify(definition))}`)
    const [events, sequence] = await screen.findAllByTestId('segment-row')
    expect(within(events).getByRole('combobox', { name: '事件' })).toHaveValue('Product Viewed')
    expect(within(events).getAllByTestId('event-filter')).toHaveLength(1)
    expect(within(events).getByRole('spinbutton', { name: '值' })).toHaveValue('9.5')
    expect(within(sequence).getAllByTestId('sequence-step').map((step) => step.textContent)).toEqual([expect.stringContaining('先'), expect.stringContaining('之后没有')])

    await user.type(screen.getByLabelText(/人群名称/), '加购未买')
    const save = screen.getByTestId('save-segment')
    await waitFor(() => expect(save).toBeEnabled())
    await user.click(save)
    await waitFor(() => expect(saved?.definition).toEqual(definition))
  })

  it('offer the events, the properties and the values there are', async () => {
    const { user } = open('/b/demo/segments/new')
    await user.click(await screen.findByRole('button', { name: /更多条件/ }))
    await user.click(await screen.findByRole('menuitem', { name: '做过某事' }))
    const row = screen.getAllByTestId('segment-row')[1]
    await user.type(within(row).getByRole('combobox', { name: '事件' }), '看了商品')
    await user.click(await screen.findByText('看了商品 · Product Viewed'))
    expect(within(row).getByRole('combobox', { name: '事件' })).toHaveValue('Product Viewed')

    await user.click(within(row).getByRole('button', { name: /限定属性/ }))
    const filter = within(row).getByTestId('event-filter')
    await user.type(within(filter).getByRole('combobox', { name: '属性' }), 'cat')
    const offered = await screen.findAllByTitle('category')
    await user.click(offered[offered.length - 1])
    await user.click(within(filter).getByRole('combobox', { name: '值' }))
    expect((await screen.findAllByText('Christmas')).length).toBeGreaterThan(0)
    expect(screen.getByTestId('save-segment')).toBeDisabled()
    await user.click(within(filter).getByRole('button', { name: '去掉这条限定' }))
    expect(within(row).queryByTestId('event-filter')).toBeNull()
  })

  it('ask of a single step what did not follow it', async () => {
    const { user } = open('/b/demo/segments/new')
    await user.click(await screen.findByRole('button', { name: /更多条件/ }))
    await user.click(await screen.findByRole('menuitem', { name: '先后做过（漏斗）' }))
    const row = screen.getAllByTestId('segment-row')[1]
    expect(within(row).getAllByTestId('sequence-step')).toHaveLength(2)
    await user.click(within(row).getAllByRole('button', { name: '去掉这一步' })[0])
    expect(within(row).getByText('只有一步时，要写明之后没有发生什么。')).toBeInTheDocument()
    await user.click(within(row).getByRole('button', { name: /之后没有/ }))
    expect(within(row).getAllByTestId('sequence-step')).toHaveLength(2)
    await user.click(within(row).getByRole('button', { name: /再加一步/ }))
    expect(within(row).getAllByTestId('sequence-step')).toHaveLength(3)
  })
})
