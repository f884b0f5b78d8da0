import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { confirm } from '@test/confirm'
import { answers, problem } from '@test/server'
import { show } from '@test/show'
import { FamilyPage } from './FamilyPage'
import { configureClient } from '@/shared/client'

const RULE = { kind: 'family', active: true, most: 6, everybodySpends: true }
const MOTHER = { customer: 7, name: '王*', holder: true, joinedAt: '2026-11-01T00:00:00Z', points: 60 }
const CHILD = { customer: 9, name: '李*', holder: false, joinedAt: '2026-11-02T00:00:00Z', points: 50 }
const ACCOUNT = { id: 1, kind: 'family', openedAt: '2026-11-01T00:00:00Z', closedAt: null, points: 110, people: [MOTHER, CHILD] }
const BRAND = { key: 'tea', name: '茶水', currency: 'CNY', fractionDigits: 2, zone: 'Asia/Shanghai', wechat: true, phone: true }

configureClient()
afterEach(() => vi.unstubAllGlobals())

async function press(word: string) {
  fireEvent.click(await screen.findByText(word))
  await confirm(word)
}

it('opens an account for who has read what it means and confirms', async () => {
  const asked = answers({ 'GET /sharing': { rules: [RULE], you: 7, account: null }, 'POST /sharing': ACCOUNT })
  show(<FamilyPage />)
  expect(await screen.findByText(/每位成员都可以使用所有人的积分/)).toBeInTheDocument()
  expect(screen.getByText('一个账户最多 6 人，每人只能在一个账户里')).toBeInTheDocument()
  await press('开通家庭账户')
  await waitFor(() => expect(asked.some(({ method, path }) => method === 'POST' && path === '/sharing')).toBe(true))
})

it('shows the holder who is in it with what, a link that lasts a week, and who can be removed', async () => {
  const asked = answers({
    'GET /brand': BRAND,
    'GET /sharing': { rules: [RULE], you: 7, account: ACCOUNT },
    'POST /sharing/invitations': { code: 'abcdefghij', url: 'https://tea/m/tea/?share=abcdefghij', until: '2026-12-04T00:00:00Z' },
    'DELETE /sharing/people/9': null,
  })
  show(<FamilyPage />)
  expect(await screen.findByText('110')).toBeInTheDocument()
  expect(screen.getByText('成员 2 / 6')).toBeInTheDocument()
  expect(screen.getByText('关闭账户')).toBeInTheDocument()
  await press('邀请成员')
  expect(await screen.findByText('https://tea/m/tea/?share=abcdefghij')).toBeInTheDocument()
  expect(await screen.findByText('2026/12/04 08:00 前有效')).toBeInTheDocument()
  await press('移出')
  await waitFor(() => expect(asked.some(({ method, path }) => method === 'DELETE' && path === '/sharing/people/9')).toBe(true))
})

it('lets anybody else leave, and neither invite nor remove', async () => {
  const asked = answers({ 'GET /sharing': { rules: [{ ...RULE, everybodySpends: false }], you: 9, account: ACCOUNT }, 'POST /sharing/leave': null })
  show(<FamilyPage />)
  expect(await screen.findByText('只有户主可以使用所有人的积分，您使用自己的 50')).toBeInTheDocument()
  expect(screen.queryByText('邀请成员')).toBeNull()
  expect(screen.queryByText('移出')).toBeNull()
  await press('退出账户')
  await waitFor(() => expect(asked.some(({ path }) => path === '/sharing/leave')).toBe(true))
})

it('says that a brand has none, and why something was refused', async () => {
  answers({ 'GET /sharing': { rules: [{ ...RULE, active: false }], you: 7, account: null } })
  const { unmount } = show(<FamilyPage />)
  expect(await screen.findByText('本品牌没有开放家庭账户')).toBeInTheDocument()
  unmount()
  answers({ 'GET /sharing': { rules: [RULE], you: 7, account: null }, 'POST /sharing': problem(409, 'sharing-already', '已经在一个共享账户里') })
  show(<FamilyPage />)
  await press('开通家庭账户')
  expect(await screen.findByText('已经在一个共享账户里')).toBeInTheDocument()
})
