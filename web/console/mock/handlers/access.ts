import { http, HttpResponse } from 'msw'
import type { Account, AuditEntry, Brand, Job, NewAccount, Session } from '@/client'
import { pageOf, problem } from './answers'

const brands: Brand[] = [
  { id: 'demo', name: '清溪礼品', currency: 'GBP', timeZone: 'Europe/London' },
  { id: 'main', name: '新品牌', currency: 'CNY', timeZone: 'Asia/Shanghai' },
]

const session: Session = {
  person: { id: '1', username: 'lin', displayName: '林见清', role: 'admin', mustChangePassword: false, mayLookUp: true, mayDownload: true },
  brands,
  version: '0.1.0',
  demo: true,
}

const accounts: Account[] = [
  { id: '1', username: 'lin', displayName: '林见清', role: 'admin', mayLookUp: false, mayDownload: false, stores: {}, disabled: false, lockedUntil: null, lastSignInAt: '2026-11-20T01:12:00Z' },
  { id: '2', username: 'zhou', displayName: '周舟', role: 'operator', mayLookUp: false, mayDownload: false, stores: {}, disabled: false, lockedUntil: null, lastSignInAt: '2026-11-19T08:40:00Z' },
  { id: '3', username: 'he', displayName: '何田田', role: 'operator', mayLookUp: false, mayDownload: false, stores: {}, disabled: false, lockedUntil: '2026-11-20T02:30:00Z', lastSignInAt: null },
  { id: '4', username: 'qian', displayName: '钱多', role: 'guide', mayLookUp: false, mayDownload: false, stores: { demo: ['S01'] }, disabled: true, lockedUntil: null, lastSignInAt: '2026-08-02T03:00:00Z' },
]

const ACTIONS = ['import.start', 'segment.create', 'broadcast.start', 'account.create', 'policy.update', 'source.create']
const audit: AuditEntry[] = Array.from({ length: 120 }, (_, index) => ({
  id: index,
  at: new Date(Date.parse('2026-11-20T02:00:00Z') - index * 4_700_000).toISOString(),
  actor: accounts[index % 2].username,
  action: ACTIONS[index % ACTIONS.length],
  subject: `demo/${ACTIONS[index % ACTIONS.length].split('.')[0]}/${1000 + index}`,
  detail: index % 3 === 0 ? { recipients: 4210, holdout: 468 } : {},
}))

let signedIn = true

export const jobs: Job[] = []

export const access = [
  http.get('*/api/session', () => HttpResponse.json(signedIn ? session : { ...session, person: null, brands: [] })),
  http.post('*/api/session', async ({ request }) => {
    const { password } = (await request.json()) as { password: string }
    if (password === 'wrong') return problem(401, 'sign-in-failed')
    signedIn = true
    return HttpResponse.json(session)
  }),
  http.delete('*/api/session', () => {
    signedIn = false
    return new HttpResponse(null, { status: 204 })
  }),
  http.post('*/api/session/password', () => new HttpResponse(null, { status: 204 })),
  http.post('*/api/brands', async ({ request }) => {
    const brand = (await request.json()) as Brand
    brands.push(brand)
    return HttpResponse.json(brand)
  }),
  http.put('*/api/brands/:brand', () => problem(409, 'brand-in-use')),
  http.get('*/api/accounts', () => HttpResponse.json(accounts)),
  http.post('*/api/accounts', async ({ request }) => {
    const body = (await request.json()) as NewAccount
    const account: Account = { ...body, stores: body.stores ?? {}, id: String(accounts.length + 1), mayLookUp: false, mayDownload: false, disabled: false, lockedUntil: null, lastSignInAt: null }
    accounts.push(account)
    return HttpResponse.json({ account, oneTimePassword: 'reed-lantern-41-mill' })
  }),
  http.patch('*/api/accounts/:id', async ({ params, request }) => {
    const account = accounts.find(({ id }) => id === params.id)
    return account ? HttpResponse.json(Object.assign(account, await request.json())) : problem(404, 'not-found')
  }),
  http.post('*/api/accounts/:id/password', ({ params }) =>
    HttpResponse.json({ account: accounts.find(({ id }) => id === params.id), oneTimePassword: 'brook-amber-77-dawn' }),
  ),
  http.get('*/api/audit', ({ request }) => {
    const query = new URL(request.url).searchParams
    const wanted = audit.filter(({ actor, action }) => actor.includes(query.get('actor') ?? '') && action.includes(query.get('action') ?? ''))
    return HttpResponse.json(pageOf(wanted, request))
  }),
  http.get('*/api/jobs', () => HttpResponse.json({ items: jobs.filter(({ state }) => state === 'running'), next: null })),
  http.get('*/api/jobs/:id', ({ params }) => {
    const job = jobs.find(({ id }) => id === params.id)
    return job ? HttpResponse.json(job) : problem(404, 'not-found')
  }),
  http.post('*/api/jobs/:id/cancel', ({ params }) => {
    const job = jobs.find(({ id }) => id === params.id)
    return job ? HttpResponse.json(Object.assign(job, { state: 'cancelled' })) : problem(404, 'not-found')
  }),
]
