import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { answers, problem } from '@test/server'
import { show } from '@test/show'
import { SignIn } from './SignIn'
import { TermsPage } from './TermsPage'
import { configureClient } from '@/shared/client'

const TEA = { key: 'tea', name: '茶水', currency: 'CNY', fractionDigits: 2, zone: 'Asia/Shanghai', wechat: true, phone: true }

const TERMS = { version: 'own-2', zh: '## 会员\n积分一年有效。', en: '## Membership\nPoints last a year.' }

configureClient()
afterEach(() => vi.unstubAllGlobals())

async function filled() {
  fireEvent.change(await screen.findByLabelText('手机号'), { target: { value: '13800138000' } })
  fireEvent.change(screen.getByLabelText('验证码'), { target: { value: '123456' } })
}

it('signs nobody in before the terms are agreed to', async () => {
  const asked = answers({ 'GET /brand': TEA, 'GET /terms': TERMS, 'POST /session': null })
  show(<SignIn />)
  await filled()
  fireEvent.click(screen.getByText('登录 / 注册'))
  expect(await screen.findByText('请先勾选同意会员条款和隐私说明')).toBeInTheDocument()
  expect(asked.some((call) => call.path === '/session')).toBe(false)
  fireEvent.click(screen.getAllByRole('checkbox')[0])
  fireEvent.click(screen.getByText('登录 / 注册'))
  await waitFor(() =>
    expect(asked.at(-1)).toEqual({
      method: 'POST',
      path: '/session',
      body: { phone: '13800138000', code: '123456', agreed: true, terms: 'own-2', marketing: false, invite: null },
    }),
  )
})

it('tells what the server says when a code is wrong', async () => {
  answers({ 'GET /brand': TEA, 'POST /session': problem(422, 'sign-in-code-wrong', '验证码不对或已过期') })
  show(<SignIn />)
  await filled()
  fireEvent.click(screen.getAllByRole('checkbox')[0])
  fireEvent.click(screen.getByText('登录 / 注册'))
  expect(await screen.findByText('验证码不对或已过期')).toBeInTheDocument()
})

it('offers WeChat only inside WeChat, and says where there is no way at all', async () => {
  answers({ 'GET /brand': { ...TEA, phone: false } })
  show(<SignIn />)
  expect(await screen.findByText('本品牌暂未开通登录，请联系门店')).toBeInTheDocument()
  expect(screen.queryByText('微信一键登录')).toBeNull()
})

it('waits a minute before another code', async () => {
  answers({ 'GET /brand': TEA, 'POST /codes': { lastsSeconds: 300, pauseSeconds: 60 } })
  show(<SignIn />)
  await filled()
  fireEvent.click(screen.getByText('获取验证码'))
  expect(await screen.findByText('60 秒后重发')).toBeInTheDocument()
})

it('has the terms read again when they have changed meanwhile', async () => {
  answers({ 'GET /brand': TEA, 'GET /terms': TERMS, 'POST /session': problem(409, 'member-terms-changed', '会员条款刚刚更新') })
  show(<SignIn />)
  await filled()
  fireEvent.click(screen.getAllByRole('checkbox')[0])
  fireEvent.click(screen.getByText('登录 / 注册'))
  expect(await screen.findByText('会员条款刚刚更新')).toBeInTheDocument()
  await waitFor(() => expect(screen.getAllByRole('checkbox')[0]).not.toBeChecked())
})

it('shows the terms in the words of the brand, or of the product where it has none', async () => {
  answers({ 'GET /brand': TEA, 'GET /terms': TERMS })
  const { unmount } = show(<TermsPage />)
  expect(await screen.findByText('积分一年有效。')).toBeInTheDocument()
  expect(screen.getByRole('heading', { name: '会员' })).toBeInTheDocument()
  expect(screen.getByText('版本 own-2')).toBeInTheDocument()
  unmount()
  answers({ 'GET /brand': TEA, 'GET /terms': { version: 'member-2026-11', zh: null, en: null } })
  show(<TermsPage />)
  expect(await screen.findByText(/茶水为您开立会员卡/)).toBeInTheDocument()
})
