import { http, HttpResponse } from 'msw'
import type { NewSharedAccount, SharedAccount, SharingRule } from '@/client'
import { formerPeople, sharedAccounts, sharingRules } from '../data/sharing'
import { BRAND, pageOf, problem } from './answers'

const ACCOUNTS = `${BRAND}/shared-accounts`
const find = (id: unknown) => sharedAccounts.find((one) => String(one.id) === id)

function left(account: SharedAccount, stays: (customer: number) => boolean) {
  const leftAt = new Date().toISOString()
  const gone = account.people.filter(({ customer }) => !stays(customer)).map(({ customer, name, holder, joinedAt }) => ({ customer, name, holder, joinedAt, leftAt }))
  formerPeople[account.id] = [...gone, ...(formerPeople[account.id] ?? [])]
  account.people = account.people.filter(({ customer }) => stays(customer))
  account.points = account.people.reduce((sum, { points }) => sum + points, 0)
  return new HttpResponse(null, { status: 204 })
}

export const sharedAccount = [
  http.get(`${ACCOUNTS}/rules`, () => HttpResponse.json(sharingRules)),
  http.put(`${ACCOUNTS}/rules`, async ({ request }) => {
    const rule = (await request.json()) as SharingRule
    sharingRules.splice(sharingRules.findIndex(({ kind }) => kind === rule.kind), 1, rule)
    return HttpResponse.json(rule)
  }),
  http.get(ACCOUNTS, ({ request }) => HttpResponse.json(pageOf(sharedAccounts, request))),
  http.post(ACCOUNTS, async ({ request }) => {
    const { kind, holder } = (await request.json()) as NewSharedAccount
    const openedAt = new Date().toISOString()
    const people = [{ customer: holder, name: null, holder: true, joinedAt: openedAt, points: 800 }]
    const account: SharedAccount = { id: sharedAccounts[0].id + 1, kind, openedAt, closedAt: null, points: 800, people }
    sharedAccounts.unshift(account)
    return HttpResponse.json(account, { status: 201 })
  }),
  http.get(`${ACCOUNTS}/:id`, ({ params }) => {
    const account = find(params.id)
    return account ? HttpResponse.json(account) : problem(404, 'not-found')
  }),
  http.get(`${ACCOUNTS}/:id/former-people`, ({ params }) => HttpResponse.json(formerPeople[Number(params.id)] ?? [])),
  http.delete(`${ACCOUNTS}/:id/people/:customer`, ({ params }) => {
    const account = find(params.id)
    return account ? left(account, (customer) => String(customer) !== params.customer) : problem(404, 'not-found')
  }),
  http.post(`${ACCOUNTS}/:id/close`, ({ params }) => {
    const account = find(params.id)
    if (!account) return problem(404, 'not-found')
    account.closedAt = new Date().toISOString()
    return left(account, () => false)
  }),
]
