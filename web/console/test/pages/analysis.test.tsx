import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { open } from '../render'
import { server } from '../server'

describe('analysing segments', () => {
  it('draws who shares what, and makes a segment of a column by the keyboard alone', async () => {
    const { user, router } = open('/b/demo/segments/analysis?segments=g1,g2,g3&view=overlap')
    const plot = await screen.findByTestId('upset')
    const columns = within(plot).getAllByRole('button')
    expect(columns).toHaveLength(7)
    expect(columns.filter(({ tabIndex }) => tabIndex === 0)).toEqual([columns[0]])
    expect(columns[0]).toHaveAccessibleName(/只在 第一单满 30 天未复购：1,475 人，占/)
    columns[0].focus()
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
    expect(columns[1]).toHaveFocus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(router.state.location.pathname).toBe('/b/demo/segments/new'))
    const definition = JSON.parse(new URLSearchParams(router.state.location.search).get('definition') ?? '')
    expect(definition.conditions).toHaveLength(3)
  })

  it('tells the same in a table', async () => {
    const { user } = open('/b/demo/segments/analysis?segments=g1,g2&view=overlap')
    await screen.findByTestId('upset')
    await user.click(screen.getByText('表'))
    expect(await screen.findByText('同时在 沉睡 90 天的老客、第一单满 30 天未复购')).toBeInTheDocument()
    expect(screen.getAllByRole('link', { name: '建成人群' })).toHaveLength(3)
  })

  it('shows hostile names as the words they are', async () => {
    open('/b/demo/segments/analysis?segments=g1,g3&view=overlap')
    const plot = await screen.findByTestId('upset')
    expect(within(plot).getByText('<b>高价值</b> & 企微好友')).toBeInTheDocument()
    expect(plot.querySelector('b')).toBeNull()
  })

  it('shows an attribute beside all customers, and why some are refused', async () => {
    open('/b/demo/segments/analysis?segments=g1&attribute=city')
    const unknown = (await screen.findByText('未知')).closest('tr') as HTMLElement
    expect(within(unknown).getByText('不足 30 人', { exact: false })).toBeInTheDocument()
    expect(screen.getByText('其他值')).toBeInTheDocument()
  })

  it('says why an attribute is not shown', async () => {
    open('/b/demo/segments/analysis?segments=g1&attribute=country')
    expect(await screen.findByText('取值太多，看不出分布')).toBeInTheDocument()
  })

  it('compares two segments, and swaps them', async () => {
    const { user, router } = open('/b/demo/segments/analysis?segments=g1,g2&view=compare')
    expect(await screen.findByText('人均净销售额')).toBeInTheDocument()
    expect(await screen.findByText('最大的不同')).toBeInTheDocument()
    expect(await screen.findByText('取值太多，没有比较：备注')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /左右互换/ }))
    await waitFor(() => expect(new URLSearchParams(router.state.location.search).get('segments')).toBe('g2,g1'))
  })

  it('asks for a second segment where one is not enough', async () => {
    open('/b/demo/segments/analysis?segments=g1&view=overlap')
    expect(await screen.findByText('再选一个人群，就能看它们的重合与对比')).toBeInTheDocument()
  })

  it('takes the segments that were ticked in the list', async () => {
    const { user, router } = open('/b/demo/segments')
    await user.click(await screen.findByRole('checkbox', { name: '沉睡 90 天的老客' }))
    await user.click(screen.getByRole('checkbox', { name: '第一单满 30 天未复购' }))
    await user.click(screen.getByRole('link', { name: '人群分析' }))
    await waitFor(() => expect(router.state.location.search).toBe('?segments=g1,g2'))
    expect(await screen.findByTestId('upset')).toBeInTheDocument()
  })

  it('is a tab of a segment', async () => {
    open('/b/demo/segments/g1?tab=analysis')
    expect(await screen.findByText('特征分布')).toBeInTheDocument()
    expect(await screen.findByRole('link', { name: '与其他人群一起看：重合与对比' })).toHaveAttribute('href', '/b/demo/segments/analysis?segments=g1&view=overlap')
  })

  it('says that nobody is there', async () => {
    server.use(
      http.get('*/segments/overlap', () =>
        HttpResponse.json({ segments: [], union: 0, base: 0, intersections: [], dataAt: '2026-11-20T01:58:00Z', millis: 1 }),
      ),
    )
    open('/b/demo/segments/analysis?segments=g1,g2&view=overlap')
    expect(await screen.findByText('这些人群里现在都没有人')).toBeInTheDocument()
  })
})
