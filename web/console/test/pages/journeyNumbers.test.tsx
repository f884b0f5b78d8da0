import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeAll, describe, expect, it } from 'vitest'
import { counts } from '@mock/data/journeys'
import { open } from '../render'
import { canvasInJsdom } from '../canvas'
import { server } from '../server'

beforeAll(canvasInJsdom)

const BOX = { selector: '.react-flow__node' }
const box = async (name: RegExp) => within(await screen.findByTestId('journey-canvas')).findByLabelText(name, BOX)

describe('the numbers of a step', () => {
  it('stand on it, on its ways and, in full with what they mean, in its panel', async () => {
    const { user } = open('/b/demo/journeys/1')
    const wait = await box(/等一件事/)
    expect(within(wait).getByTestId('step-figures')).toHaveTextContent('进过 2,164 640达成 20.0%')
    await waitFor(() => expect(screen.getByTestId('journey-canvas')).toHaveTextContent('没等到 1,192'))
    expect(screen.getByTestId('counts-legend')).toHaveTextContent('进过 在这里 走下去 在这里离开 待处理 达成率')
    fireEvent.click(wait)
    const numbers = await screen.findByTestId('step-numbers')
    expect(numbers).toHaveTextContent('进过2,164在这里640走下去1,192发生了0没等到1,192在这里离开332待处理0达成率20.0%（432 / 2,164）')
    await user.hover(within(numbers).getByText('达成率'))
    expect(await screen.findByText(/到达那一刻或之后达成目标的占多少/)).toBeInTheDocument()
  })

  it('are those of the version that runs when asked for, and of few people a count', async () => {
    const { user, router } = open('/b/demo/journeys/1')
    await box(/等一件事.*进过 2,164/)
    await user.click(within(screen.getByTestId('counts-legend')).getByText('版本 2'))
    expect(await box(/等一件事.*进过 2,064/)).toBeInTheDocument()
    expect(router.state.location.search).toContain('counts=current')
    server.use(http.get('*/journeys/:id/counts', () => HttpResponse.json({ ...counts, nodes: [{ version: 2, node: 'hold', entered: 12, inside: 12, aside: 0, left: 0, passed: {}, people: 12, converted: 3 }] })))
    open('/b/demo/journeys/1')
    expect((await screen.findAllByLabelText(/留对照组.*达成 3\/12/, BOX)).length).toBeGreaterThan(0)
  })
})
