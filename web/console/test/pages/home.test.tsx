import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { open } from '../render'

describe('home', () => {
  it('shows each part of the wheel, with a dash and the reason where it cannot be told', async () => {
    open('/b/demo/home')
    expect(await screen.findByTestId('wheel-gather')).toHaveTextContent('5,942')
    const splash = screen.getByTestId('wheel-splash')
    expect(splash).toHaveTextContent('—')
    expect(splash).toHaveTextContent('还没有分享或邀请的记录')
  })

  it('says on hover what a number means, over which window and as of when', async () => {
    const { user } = open('/b/demo/home')
    const card = await screen.findByTestId('metric-repurchaseRate')
    expect(card).toHaveTextContent('65.6%')
    await user.hover(within(card).getByText('复购率'))
    const explained = await screen.findByText('窗口内下过两单及以上的人 ÷ 窗口内下过单的人')
    const popover = explained.closest('[role="tooltip"]') as HTMLElement
    expect(popover).toHaveTextContent('2,845 ÷ 4,338')
    expect(popover).toHaveTextContent('2010-12-10 至 2011-12-09')
    expect(popover).toHaveTextContent('2011-12-09 12:50')
  })

  it('speaks English when asked', async () => {
    const { user } = open('/b/demo/home')
    await user.click(await screen.findByRole('button', { name: '切换到英文' }))
    expect(await screen.findByText('How the wheel is turning')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Switch to Chinese' }))
    expect(await screen.findByText('水轮转得怎样')).toBeInTheDocument()
  })
})
