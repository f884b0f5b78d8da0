import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Brand, Session } from '@/client'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

const person = { id: '1', username: 'lin', displayName: '林见清', role: 'operator' as const, mustChangePassword: false, mayLookUp: false, mayDownload: false }
const brands = [{ id: 'demo', name: '清溪礼品', currency: 'GBP', timeZone: 'Europe/London' }]
const signedIn: Session = { person, brands, version: '1', demo: false }
const nobody: Session = { person: null, brands: [], version: '1', demo: false }

function sessionIs(session: Session) {
  server.use(http.get('*/api/session', () => HttpResponse.json(session)))
}

describe('signing in', () => {
  it('leads back to the page that was asked for, and echoes the CSRF token', async () => {
    sessionIs(nobody)
    let token: string | null = null
    server.use(
      http.post('*/api/session', ({ request }) => {
        token = request.headers.get('X-XSRF-TOKEN')
        sessionIs(signedIn)
        return HttpResponse.json(signedIn)
      }),
    )
    const { user, router } = open('/b/demo/segments')
    await user.type(await screen.findByLabelText('用户名'), 'lin')
    await user.type(screen.getByLabelText('密码'), 'a long enough one')
    await user.click(screen.getByRole('button', { name: '登录' }))
    expect(await screen.findByRole('heading', { name: '人群', level: 1 })).toBeInTheDocument()
    expect(router.state.location.pathname).toBe('/b/demo/segments')
    expect(token).toBe('token-of-the-test')
  })

  it('says what to do when it is refused', async () => {
    sessionIs(nobody)
    server.use(
      http.post('*/api/session', () =>
        HttpResponse.json({ type: '/problems/sign-in-failed', title: 'sign in failed', status: 401, code: 'sign-in-failed', traceId: 't', detail: '用户名或密码不正确。' }, { status: 401 }),
      ),
    )
    const { user } = open('/sign-in')
    await user.type(await screen.findByLabelText('用户名'), 'lin')
    await user.type(screen.getByLabelText('密码'), 'wrong{enter}')
    expect(await screen.findByText('用户名或密码不对')).toBeInTheDocument()
    expect(screen.getByText('用户名或密码不正确。')).toBeInTheDocument()
  })

  it('leads a person with a one-time password to changing it first', async () => {
    sessionIs({ ...signedIn, person: { ...person, mustChangePassword: true } })
    const { router } = open('/b/demo/home')
    expect(await screen.findByRole('heading', { name: '修改密码' })).toBeInTheDocument()
    expect(router.state.location.pathname).toBe('/change-password')
    expect(screen.getByText(/这是一次性密码/)).toBeInTheDocument()
  })

  it('asks again when the session ends while working', async () => {
    const { router, user } = open('/b/demo/segments')
    await screen.findByText('沉睡 90 天的老客')
    sessionIs(nobody)
    server.use(http.get('*/customers', () => HttpResponse.json({ type: '', title: '', status: 401, code: 'not-signed-in', traceId: 't' }, { status: 401 })))
    await user.click(screen.getByRole('link', { name: '客户' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
  })
})

describe('the navigation', () => {
  it('shows administrators’ pages to administrators only', async () => {
    sessionIs(signedIn)
    open('/b/demo/segments')
    await screen.findByText('沉睡 90 天的老客')
    expect(screen.queryByRole('link', { name: '操作记录' })).not.toBeInTheDocument()
    expect(screen.getByRole('link', { name: '触达规则' })).toBeInTheDocument()
  })
})

describe('an installation without a brand', () => {
  const admin: Session = { ...signedIn, person: { ...person, role: 'admin' }, brands: [] }

  it('lets an administrator make the first one', async () => {
    sessionIs(admin)
    let asked: Brand | undefined
    server.use(
      http.post('*/api/brands', async ({ request }) => {
        asked = (await request.json()) as Brand
        sessionIs({ ...admin, brands: [{ id: 'brook', name: '清溪', currency: 'CNY', timeZone: 'Asia/Shanghai' }] })
        return HttpResponse.json(asked)
      }),
    )
    const { user, router } = open('/')
    expect(await screen.findByRole('heading', { name: '还没有品牌，先建一个' })).toBeInTheDocument()
    await user.type(screen.getByLabelText('品牌标识'), 'Brook')
    await user.type(screen.getByLabelText('品牌名称'), '清溪')
    await user.click(screen.getByRole('button', { name: '新建品牌' }))
    expect(await screen.findByText('小写字母开头，2–31 个小写字母、数字或连字符')).toBeInTheDocument()
    await user.clear(screen.getByLabelText('品牌标识'))
    await user.type(screen.getByLabelText('品牌标识'), 'brook')
    await user.click(screen.getByRole('button', { name: '新建品牌' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/b/brook/home'))
    expect(asked).toEqual({ id: 'brook', name: '清溪', currency: 'CNY', timeZone: 'Asia/Shanghai' })
  })

  it('tells anyone else whom to ask', async () => {
    sessionIs({ ...signedIn, brands: [] })
    const { router } = open('/')
    expect(await screen.findByText(/请管理员先建一个品牌/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '退出登录' })).toBeInTheDocument()
    expect(router.state.location.pathname).toBe('/')
  })
})

describe('the brand switch', () => {
  it('leads an administrator to a new brand, and says at the key that it is taken', async () => {
    server.use(http.post('*/api/brands', () => problem(409, 'brand-taken', { detail: '品牌标识 demo 已存在，没有新建。' })))
    const { user, router } = open('/b/demo/segments')
    await user.click(await screen.findByRole('button', { name: '切换品牌: 清溪礼品' }))
    await user.click(await screen.findByRole('menuitem', { name: '新建品牌' }))
    await user.type(await screen.findByLabelText('品牌标识'), 'demo')
    await user.type(screen.getByLabelText('品牌名称'), '清溪')
    await user.click(screen.getByRole('button', { name: '新建品牌' }))
    expect(await screen.findByText('品牌标识 demo 已存在，没有新建。')).toBeInTheDocument()
    expect(screen.getByLabelText('品牌标识')).toHaveAccessibleDescription(/已存在/)
    await user.click(screen.getByRole('button', { name: /取\s*消/ }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/b/demo/home'))
  })

  it('offers no new brand to an operator', async () => {
    sessionIs(signedIn)
    const { user } = open('/b/demo/segments')
    await user.click(await screen.findByRole('button', { name: '切换品牌: 清溪礼品' }))
    expect(await screen.findByRole('menuitem', { name: /清溪礼品/ })).toBeInTheDocument()
    expect(screen.queryByRole('menuitem', { name: '新建品牌' })).not.toBeInTheDocument()
  })
})
