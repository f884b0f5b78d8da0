import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { answers } from '@test/server'
import { show } from '@test/show'
import { PointsPage } from './PointsPage'
import { configureClient } from '@/shared/client'

const POINTS = { available: 60, pending: 0, frozen: 0, debt: 0, spendable: 110, expiring: [] }
const RULE = { kind: 'family', active: true, most: 6, everybodySpends: true }
const ACCOUNT = { id: 1, kind: 'family', openedAt: '2026-11-01T00:00:00Z', closedAt: null, points: 110, people: [] }
const NONE = { 'GET /points/entries': { items: [], next: null } }

configureClient()
afterEach(() => vi.unstubAllGlobals())

it('shows own points, and what can be spent with whom one shares an account', async () => {
  answers({ ...NONE, 'GET /points': POINTS, 'GET /sharing': { rules: [RULE], you: 7, account: ACCOUNT } })
  show(<PointsPage />)
  expect(await screen.findByText('60')).toBeInTheDocument()
  expect(screen.getByText('和大家一起可用 110')).toBeInTheDocument()
  expect(await screen.findByText('共 110 积分')).toBeInTheDocument()
})

it('leads to family accounts only where the brand has them, or the member is in one', async () => {
  const alone = { ...NONE, 'GET /points': { ...POINTS, spendable: 60 } }
  const asked = answers({ ...alone, 'GET /sharing': { rules: [{ ...RULE, active: false }], you: 7, account: null } })
  const { unmount } = show(<PointsPage />)
  expect(await screen.findByText('60')).toBeInTheDocument()
  await vi.waitFor(() => expect(asked.some(({ path }) => path === '/sharing')).toBe(true))
  expect(screen.queryByText('家庭账户')).toBeNull()
  expect(screen.queryByText(/和大家一起可用/)).toBeNull()
  unmount()
  answers({ ...alone, 'GET /sharing': { rules: [RULE], you: 7, account: null } })
  show(<PointsPage />)
  expect(await screen.findByText('家庭账户')).toBeInTheDocument()
})

it('shows what is lost on which day, the soonest first, and nothing where nothing is', async () => {
  const alone = { ...NONE, 'GET /sharing': { rules: [], you: 7, account: null } }
  const expiring = [{ on: '2026-12-07', points: 21 }, { on: '2027-01-06', points: 1_030 }]
  answers({ ...alone, 'GET /points': { ...POINTS, expiring } })
  const { unmount } = show(<PointsPage />)
  const panel = (await screen.findByRole('heading', { name: '即将过期' })).closest('section') as HTMLElement
  expect([...panel.querySelectorAll('.entry')].map(({ textContent }) => textContent)).toEqual(['2026/12/07 前用完21', '2027/01/06 前用完1,030'])
  unmount()
  answers({ ...alone, 'GET /points': POINTS })
  show(<PointsPage />)
  expect(await screen.findByText('60')).toBeInTheDocument()
  expect(screen.queryByRole('heading', { name: '即将过期' })).toBeNull()
})
