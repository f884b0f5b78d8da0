import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { answers } from '@test/server'
import { show } from '@test/show'
import { TierPage } from './TierPage'
import { daysWords } from './daysWords'
import { configureClient } from '@/shared/client'

const BRAND = { key: 'tea', name: '茶水', currency: 'CNY', fractionDigits: 2, zone: 'Asia/Shanghai', wechat: true, phone: true }
const TIER = {
  basis: 'spend',
  tier: 'silver',
  lent: false,
  since: null,
  reviewOn: '2027-03-01',
  reached: 120_000,
  nextTier: 'gold',
  missing: 380_000,
  tiers: [
    { id: 'member', name: '普通', threshold: 0, benefits: [] },
    {
      id: 'silver',
      name: '银卡',
      threshold: 100_000,
      benefits: [
        { name: '会员日', every: 'memberDay', gives: '8 积分' },
        { name: '包邮', every: 'month', gives: null },
      ],
    },
    { id: 'gold', name: '金卡', threshold: 500_000, benefits: [{ name: '生日礼', every: 'birthday', gives: '蛋糕券' }] },
  ],
}
const NONE = { ahead: [], given: [] }
const SEEN = {
  ahead: [
    { name: '会员日', text: '8 积分', days: ['2026-12-08'] },
    { name: '双十二', text: '2 倍积分', days: ['2026-12-10', '2026-12-11', '2026-12-12'] },
  ],
  given: [{ name: '会员日', at: '2026-11-07T17:00:00Z' }],
}

configureClient()
afterEach(() => vi.unstubAllGlobals())

const panel = (heading: HTMLElement) => heading.closest('section') as HTMLElement

it('says where the member stands, and what each tier takes and brings', async () => {
  answers({ 'GET /brand': BRAND, 'GET /tier': TIER, 'GET /benefits': NONE })
  show(<TierPage />)
  expect(await screen.findByText('还差 3,800 元升金卡')).toBeInTheDocument()
  expect(screen.getByText('保级至 2027/03/01')).toBeInTheDocument()
  const tiers = panel(screen.getByRole('heading', { name: '权益' }))
  const steps = [...tiers.querySelectorAll('.steps > li')].map(({ textContent }) => textContent)
  expect(steps).toEqual(['普通注册即享会员积分', '银卡¥1,000 可达会员日 · 会员日 8 积分每月 · 包邮', '金卡¥5,000 可达生日 · 生日礼 蛋糕券'])
  expect(screen.queryByText('我的权益日历')).toBeNull()
  expect(screen.queryByText('已经收到')).toBeNull()
})

it('shows what comes for the member and when, and what they were given on which of the brand’s days', async () => {
  answers({ 'GET /brand': BRAND, 'GET /tier': TIER, 'GET /benefits': SEEN })
  show(<TierPage />)
  const ahead = panel(await screen.findByRole('heading', { name: '我的权益日历' }))
  expect([...ahead.querySelectorAll('.entry')].map(({ textContent }) => textContent)).toEqual([
    '会员日8 积分2026/12/08',
    '双十二2 倍积分2026/12/10 – 2026/12/12',
  ])
  const given = panel(screen.getByRole('heading', { name: '已经收到' }))
  expect(given.querySelector('.entry')).toHaveTextContent('会员日2026/11/08')
})

it('says how many days follow where they are not in a row', () => {
  expect(daysWords(['2026-12-02', '2026-12-09', '2026-12-16'])).toBe('2026/12/02，另有 2 天')
})
