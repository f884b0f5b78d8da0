import { screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { answers } from '@test/server'
import { show } from '@test/show'
import { TasksPage } from './TasksPage'
import { configureClient } from '@/shared/client'

const task = (id: string, name: string, more: object) => ({
  id, name, text: '', link: null, times: 1, count: 0, per: 'once', done: false, until: null, reward: '5 积分', ...more,
})
const PROFILE = task('1', '完善资料', { count: 1, done: true })
const REVIEW = task('2', '写评价', { times: 2, count: 1, per: 'week', link: 'https://shop.test/review' })
const FRESHMAN = { id: 'g', name: '新手计划', text: '全部做完再送一份', tasks: [PROFILE, REVIEW], done: false, reward: '100 积分' }

configureClient()
afterEach(() => vi.unstubAllGlobals())

it('shows a growth programme with what it brings, how far it is and each of its tasks', async () => {
  answers({ 'GET /tasks': { tasks: [], growth: [FRESHMAN] } })
  show(<TasksPage />)
  const growth = (await screen.findByRole('heading', { name: '新手计划' })).closest('section') as HTMLElement
  expect(within(growth).getByText('100 积分')).toBeInTheDocument()
  expect(within(growth).getByText('全部做完再送一份')).toBeInTheDocument()
  expect(growth.querySelector<HTMLElement>('.adm-progress-bar-fill')?.style.width).toBe('50%')
  const [profile, review] = [...growth.querySelectorAll<HTMLElement>('.entry')]
  expect(profile).toHaveTextContent('完善资料 5 积分')
  expect(within(profile).getByText('已完成')).toBeInTheDocument()
  expect(review).toHaveTextContent('每周 1/2')
  expect(within(review).getByText('去完成')).toBeInTheDocument()
})

it('says that a growth programme is done in place of what it brings', async () => {
  answers({ 'GET /tasks': { tasks: [], growth: [{ ...FRESHMAN, done: true, tasks: [PROFILE] }] } })
  show(<TasksPage />)
  expect(await screen.findByRole('heading', { name: '新手计划' })).toBeInTheDocument()
  expect(screen.queryByText('100 积分')).toBeNull()
  expect(screen.getAllByText('已完成')).toHaveLength(2)
})

it('leads nowhere a page could be made to run something', async () => {
  const tasks = ['javascript:alert(1)', '//elsewhere.test'].map((link, at) => task(`${at}`, `任务 ${at}`, { link }))
  answers({ 'GET /tasks': { tasks, growth: [] } })
  show(<TasksPage />)
  expect(await screen.findByText('任务 0')).toBeInTheDocument()
  expect(screen.queryByText('去完成')).toBeNull()
})
