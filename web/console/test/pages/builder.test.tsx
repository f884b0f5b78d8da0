import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Condition, SegmentQuestion } from '@/client'
import { open } from '../render'
import { server } from '../server'

const inSegment = (segment: string): Condition => ({ type: 'segment', segment })
const definition: Condition = { type: 'and', conditions: [inSegment('g1'), inSegment('g2'), { type: 'or', conditions: [inSegment('g3')] }] }
const address = `/b/demo/segments/new?definition=${encodeURIComponent(JSON.stringify(definition))}`

const handles = () => screen.findAllByRole('button', { name: '移动这个条件' })
const shown = () => screen.getAllByTestId('segment-row').map((row) => within(row).getByText(/沉睡|第一单|高价值/).textContent)

describe('arranging a definition', () => {
  beforeEach(() => {
    // What jsdom lacks: where things are on a screen.
    Element.prototype.setPointerCapture = () => {}
    document.elementsFromPoint = () => []
  })

  it('moves, adds and removes by the keyboard alone, which stays where it is', async () => {
    const { user } = open(address)
    const [first] = await handles()
    await waitFor(() => expect(shown()).toHaveLength(3))
    first.focus()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(shown()[0]).toMatch('第一单')
    expect((await handles())[1]).toHaveFocus()
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    const group = screen.getByTestId('segment-group')
    expect(within(group).getAllByTestId('segment-row')).toHaveLength(2)
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    expect(within(screen.getByTestId('segment-group')).getAllByTestId('segment-row')).toHaveLength(1)
    await user.keyboard('{Enter}')
    expect(screen.getAllByTestId('segment-row')).toHaveLength(4)
    expect(document.activeElement?.tagName).toBe('INPUT')
    const last = (await handles()).at(-1)
    last?.focus()
    await user.keyboard('{Delete}')
    expect(screen.getAllByTestId('segment-row')).toHaveLength(3)
    expect((await handles()).at(-1)).toHaveFocus()
  })

  it('has a menu that does the same', async () => {
    const { user } = open(address)
    const [, second] = await handles()
    second.focus()
    await user.keyboard(' ')
    await user.click(await screen.findByRole('menuitem', { name: '上移' }))
    await waitFor(() => expect(shown()[0]).toMatch('第一单'))
  })

  it('drops a condition where the pointer is', async () => {
    open(address)
    const [first] = await handles()
    await waitFor(() => expect(shown()).toHaveLength(3))
    const group = screen.getByTestId('segment-group').closest('[data-node]') as HTMLElement
    vi.spyOn(group, 'getBoundingClientRect').mockReturnValue({ top: 100, bottom: 300 } as DOMRect)
    document.elementsFromPoint = () => [group]
    fireEvent.pointerDown(first, { button: 0, clientX: 0, clientY: 0, pointerId: 1 })
    fireEvent.pointerMove(first, { clientX: 0, clientY: 200, pointerId: 1 })
    expect(await screen.findByTestId('drop-here')).toBeInTheDocument()
    fireEvent.pointerUp(first, { pointerId: 1 })
    await waitFor(() => expect(within(screen.getByTestId('segment-group')).getAllByTestId('segment-row')).toHaveLength(2))
    expect(screen.queryByTestId('drop-here')).not.toBeInTheDocument()
  })

  it('says beside each condition what it does', async () => {
    server.use(
      http.post('*/segments/effects', () =>
        HttpResponse.json({
          count: 100,
          base: 5_942,
          conditions: [
            { pointer: '/definition/conditions/0', count: 1_184, without: 420 },
            { pointer: '/definition/conditions/1', count: 900, without: 100 },
            { pointer: '/definition/conditions/2/conditions/0', count: 50, without: 80 },
          ],
          dataAt: '2026-11-20T01:58:00Z',
          millis: 3,
        }),
      ),
    )
    open(address)
    await waitFor(() =>
      expect(screen.getAllByTestId('condition-effect').map(({ textContent }) => textContent)).toEqual([
        '单独符合 1,184 人 · 去掉它会多 320 人',
        '单独符合 900 人 · 去掉它人数不变',
        '单独符合 50 人 · 去掉它会少 20 人',
      ]),
    )
  })

  it('tells the server which segment is edited, so that a cycle is told at once', async () => {
    const asked: SegmentQuestion[] = []
    server.use(
      http.post('*/segments/count', async ({ request }) => {
        asked.push((await request.json()) as SegmentQuestion)
        return HttpResponse.json({ code: 'segment-invalid', status: 422, title: '', type: '', traceId: 't', detail: '', errors: [{ pointer: '/definition/conditions/0/segment', code: 'cycle', detail: '这样人群会包含它自己：a → b。' }] }, { status: 422 })
      }),
    )
    open('/b/demo/segments/g3')
    await waitFor(() => expect(asked.at(-1)?.segment).toBe('g3'))
  })
})
