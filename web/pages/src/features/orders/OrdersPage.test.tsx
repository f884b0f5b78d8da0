import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { answers, problem } from '@test/server'
import { show } from '@test/show'
import { OrdersPage } from './OrdersPage'
import { configureClient } from '@/shared/client'

const BRAND = { key: 'tea', name: '茶水', currency: 'CNY', fractionDigits: 2, zone: 'Asia/Shanghai', wechat: true, phone: true }
const ORDER = {
  refund: false,
  number: 'A1',
  at: '2026-11-07T17:00:00Z',
  amount: 12_050,
  lines: [
    { product: 'tea', name: '龙井', quantity: 2, amount: 10_000 },
    { product: 'cup', name: null, quantity: 1, amount: 2_050 },
  ],
}
const REFUND = { refund: true, number: 'A1', at: '2026-11-09T01:00:00Z', amount: 2_050, lines: [] }

configureClient()
afterEach(() => vi.unstubAllGlobals())

it('shows what was bought, by the brand’s time, and what came back', async () => {
  answers({ 'GET /brand': BRAND, 'GET /orders': { items: [REFUND, ORDER], next: null } })
  show(<OrdersPage />)
  expect(await screen.findByText('龙井 × 2')).toBeInTheDocument()
  const [refund, order] = [...document.querySelectorAll('section.panel')].map(({ textContent }) => textContent)
  expect(order).toBe('订单 A12026/11/08 01:00龙井 × 2¥100cup × 1¥20.50共 3 件¥120.50')
  expect(refund).toContain('退款+¥20.50')
})

it('says that there are none, and why they are not there', async () => {
  answers({ 'GET /brand': BRAND, 'GET /orders': { items: [], next: null } })
  const { unmount } = show(<OrdersPage />)
  expect(await screen.findByText('还没有订单')).toBeInTheDocument()
  unmount()
  answers({ 'GET /brand': BRAND, 'GET /orders': problem(503, 'unavailable', '稍后再试') })
  show(<OrdersPage />)
  expect(await screen.findByText('稍后再试')).toBeInTheDocument()
  expect(screen.getByText('重试')).toBeInTheDocument()
})
