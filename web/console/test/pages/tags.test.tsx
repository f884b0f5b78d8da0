import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { NewTagging, NewTagRule } from '@/client'
import { open } from '../render'
import { server } from '../server'

function choose(place: HTMLElement, label: string, option: string) {
  fireEvent.mouseDown(within(place).getByRole('combobox', { name: label }))
  const options = screen.getAllByTitle(option)
  fireEvent.click(options[options.length - 1])
}

describe('the page of tags', () => {
  it('shows each tag with its people one click away', async () => {
    open('/b/demo/tags')
    const people = await screen.findByRole('link', { name: '看有「绿茶」的客户' })
    await waitFor(() => expect(people).toHaveTextContent('1,184'))
    expect(people).toHaveAttribute('href', '/b/demo/customers?tag=11')
  })

  it('saves a rule in the language of segments', async () => {
    let saved: NewTagRule | undefined
    server.use(
      http.post('*/tag-rules', async ({ request }) => {
        saved = (await request.json()) as NewTagRule
        return HttpResponse.json({ ...saved, id: '9' }, { status: 201 })
      }),
    )
    const { user } = open('/b/demo/tags?tab=rules')
    await user.click(await screen.findByRole('button', { name: '新建规则' }))
    const drawer = await screen.findByRole('dialog')
    const save = within(drawer).getByRole('button', { name: /保\s?存/ })
    expect(save).toBeDisabled()
    await waitFor(() => choose(drawer, '选择标签', '绿茶'))
    await user.click(save)
    await waitFor(() => expect(saved).toMatchObject({ tagId: '11', active: true, value: null }))
    expect(saved?.definition).toMatchObject({ type: 'and', conditions: [{ type: 'orders', measure: 'count' }] })
  })

  it('says how many a mass tagging changes before it begins', async () => {
    let started: NewTagging | undefined
    server.use(
      http.post('*/taggings', async ({ request }) => {
        started = (await request.json()) as NewTagging
        return HttpResponse.json({}, { status: 201 })
      }),
    )
    const filter = { city: 'London', minOrders: 2 }
    const { user } = open(`/b/demo/tags?tab=mass&filter=${encodeURIComponent(JSON.stringify(filter))}`)
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => choose(dialog, '选择标签', '送礼'))
    expect(await within(dialog).findByText('共 1,184 位客户，其中 1,020 位会有变化。')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: '改 1,020 位客户的标签' }))
    await waitFor(() => expect(started).toEqual({ tagId: '13', adding: true, value: null, audience: { filter } }))
  })
})

describe('a customer’s tags', () => {
  it('are taken off with one click', async () => {
    const removed: string[] = []
    server.use(
      http.delete('*/customers/:no/tags/:tag', ({ params }) => {
        removed.push(String(params.tag))
        return new HttpResponse(null, { status: 204 })
      }),
    )
    const { user } = open('/b/demo/customers/12346')
    await user.click(await screen.findByRole('img', { name: '去掉标签 绿茶' }).catch(() => screen.findByLabelText('去掉标签 绿茶')))
    await waitFor(() => expect(removed).toEqual(['11']))
  })
})
