import { fireEvent, screen } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { confirm } from '@test/confirm'
import { answers, problem } from '@test/server'
import { show } from '@test/show'
import { SignedIn } from './SignedIn'
import { JoinPage } from '@/features/sharing/JoinPage'
import { configureClient } from '@/shared/client'
import { keptShare } from '@/shared/share'

const CODE = 'abc-DEF_123456789xyz'
const BRAND = { key: 'tea', name: '茶水', currency: 'CNY', fractionDigits: 2, zone: 'Asia/Shanghai', wechat: true, phone: true }
const CARD = { card: '0000176543210034', coupons: 0, joinedAt: '2026-11-01T00:00:00Z', name: null, points: 50, tier: null }
const SEEN = { kind: 'family', by: '王*', people: 2, everybodySpends: true, until: '2026-12-04T00:00:00Z' }

configureClient()
afterEach(() => {
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

function pages(at: string) {
  return show(
    <Routes>
      <Route path="sign-in" element="sign in" />
      <Route element={<SignedIn />}>
        <Route index element="home" />
        <Route path="family" element="family" />
        <Route path="family/join" element={<JoinPage />} />
      </Route>
    </Routes>,
    at,
  )
}

it('keeps an invitation through signing in, and shows by whom it is and what it means', async () => {
  answers({ 'GET /card': problem(401, 'member-signed-out'), 'GET /brand': BRAND })
  const { unmount } = pages(`/?share=${CODE}`)
  expect(await screen.findByText('sign in')).toBeInTheDocument()
  expect(keptShare()).toBe(CODE)
  unmount()
  answers({ 'GET /card': CARD, 'GET /brand': BRAND, [`GET /sharing/invitations/${CODE}`]: SEEN })
  pages('/')
  expect(await screen.findByText('王*邀请您一起使用积分')).toBeInTheDocument()
  expect(screen.getByText(/每位成员都可以使用所有人的积分/)).toBeInTheDocument()
  expect(keptShare()).toBeNull()
})

it('joins who confirms, and asks nothing of who does not want to', async () => {
  const asked = answers({
    'GET /card': CARD,
    'GET /brand': BRAND,
    [`GET /sharing/invitations/${CODE}`]: SEEN,
    [`POST /sharing/invitations/${CODE}/join`]: {},
  })
  const { unmount } = pages(`/?share=${CODE}`)
  fireEvent.click(await screen.findByText('不加入'))
  expect(await screen.findByText('home')).toBeInTheDocument()
  expect(asked.every(({ method }) => method === 'GET')).toBe(true)
  unmount()
  pages(`/?share=${CODE}`)
  await join()
  expect(await screen.findByText('family')).toBeInTheDocument()
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

it('says why nobody joins by an old invitation, and leads who is in an account to it', async () => {
  const known = { 'GET /card': CARD, 'GET /brand': BRAND }
  answers({ ...known, [`GET /sharing/invitations/${CODE}`]: problem(410, 'sharing-invitation-over', '邀请已过期') })
  const { unmount } = pages(`/?share=${CODE}`)
  expect(await screen.findByText('邀请已过期')).toBeInTheDocument()
  fireEvent.click(screen.getByText('回首页'))
  expect(await screen.findByText('home')).toBeInTheDocument()
  unmount()
  answers({
    ...known,
    [`GET /sharing/invitations/${CODE}`]: SEEN,
    [`POST /sharing/invitations/${CODE}/join`]: problem(409, 'sharing-already', '已经在一个共享账户里'),
  })
  pages(`/?share=${CODE}`)
  await join()
  expect(await screen.findByText('已经在一个共享账户里')).toBeInTheDocument()
  fireEvent.click(screen.getByText('查看我的账户'))
  expect(await screen.findByText('family')).toBeInTheDocument()
})

async function join() {
  fireEvent.click(await screen.findByRole('button', { name: '加入' }))
  await confirm('加入')
}
