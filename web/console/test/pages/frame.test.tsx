import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { open } from '../render'

describe('the global search', () => {
  it('tells who cannot see it which hit the arrows have chosen', async () => {
    const { user, router } = open('/b/demo/segments')
    await screen.findByText('沉睡 90 天的老客')
    await user.keyboard('{Control>}k{/Control}')
    const field = await screen.findByRole('combobox', { name: '全局搜索' })
    await user.type(field, '复购')
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2))
    const [first, page] = screen.getAllByRole('option')
    expect(field).toHaveAttribute('aria-activedescendant', first.id)
    await user.keyboard('{ArrowDown}')
    expect(page).toHaveAttribute('aria-selected', 'true')
    expect(field).toHaveAttribute('aria-activedescendant', page.id)
    expect(field).toHaveAttribute('aria-controls', screen.getByRole('listbox').id)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(router.state.location.pathname).toBe('/b/demo/repurchase'))
  })
})
