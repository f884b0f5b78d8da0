import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter, useLocation } from 'react-router'
import { expect, test } from 'vitest'
import { useUrlFilters } from './useUrlFilters'

const NAMES = ['q', 'minOrders'] as const

function useBoth() {
  return { ...useUrlFilters(NAMES), search: useLocation().search }
}

test('what is typed at once after clearing does not bring the old filters back', () => {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MemoryRouter initialEntries={['/?minOrders=2&tab=a']}>{children}</MemoryRouter>
  )
  const { result } = renderHook(useBoth, { wrapper })
  act(() => {
    result.current.clear()
    result.current.set({ q: 'M-12347' })
  })
  expect(result.current.filters).toEqual({ q: 'M-12347', minOrders: undefined })
  expect(result.current.search).toBe('?tab=a&q=M-12347')
})
