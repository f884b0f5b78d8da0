import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Account, AccountChange, NewAccount } from '@/client'
import { open } from '../render'
import { server } from '../server'

const qian: Account = { id: '4', username: 'qian', displayName: '钱多', role: 'guide', mayLookUp: false, mayDownload: false, stores: {}, disabled: false, lockedUntil: null, lastSignInAt: null }
const stores = [
  { code: 'S01', name: '西湖店' },
  { code: 'S02', name: '南京路店' },
]

/** A brand's catalogue as the server searches it. */
const catalogue = http.get('*/api/brands/:brand/catalogue/stores', ({ params, request }) => {
  const q = new URL(request.url).searchParams.get('q') ?? ''
  const items = params.brand === 'demo' ? stores.filter(({ code, name }) => code.includes(q) || name.includes(q)) : []
  return HttpResponse.json({ items, next: null })
})

describe('where a guide works', () => {
  beforeEach(() => server.use(catalogue))

  it('is chosen by an administrator per brand, found by the store’s name', async () => {
    let account = qian
    const sent: AccountChange[] = []
    server.use(
      http.get('*/api/accounts', () => HttpResponse.json([account])),
      http.patch('*/api/accounts/4', async ({ request }) => {
        sent.push((await request.json()) as AccountChange)
        account = { ...qian, stores: { demo: ['S02'] } }
        return HttpResponse.json(account)
      }),
    )
    const { user } = open('/b/demo/settings/people')
    await user.click(await screen.findByRole('button', { name: '还没有门店' }))
    expect(screen.getByText(/导购只能在这里选的门店核销优惠券/)).toBeInTheDocument()
    await user.type(screen.getByLabelText('「清溪礼品」的门店'), '南京')
    await waitFor(() => expect(screen.queryByTitle('西湖店 · S01')).not.toBeInTheDocument())
    await user.click(await screen.findByTitle('南京路店 · S02'))
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    expect(await screen.findByRole('button', { name: '1 家门店' })).toBeInTheDocument()
    expect(sent).toEqual([{ stores: { demo: ['S02'] } }])
  })

  it('may be a store that no file told of yet, by its id', async () => {
    const sent: AccountChange[] = []
    server.use(
      http.get('*/api/accounts', () => HttpResponse.json([{ ...qian, stores: { demo: ['S01'] } }])),
      http.patch('*/api/accounts/4', async ({ request }) => {
        sent.push((await request.json()) as AccountChange)
        return HttpResponse.json(qian)
      }),
    )
    const { user } = open('/b/demo/settings/people')
    await user.click(await screen.findByRole('button', { name: '1 家门店' }))
    await user.type(screen.getByLabelText('「清溪礼品」的门店'), 'S99')
    await user.click(await screen.findByTitle('目录里没有，用编号 S99'))
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(sent).toEqual([{ stores: { demo: ['S01', 'S99'] } }]))
  })

  it('is asked for with a new account of a guide, and of nobody else', async () => {
    const sent: NewAccount[] = []
    server.use(
      http.get('*/api/accounts', () => HttpResponse.json([qian, { ...qian, id: '2', username: 'zhou', displayName: '周舟', role: 'operator' }])),
      http.post('*/api/accounts', async ({ request }) => {
        sent.push((await request.json()) as NewAccount)
        return HttpResponse.json({ account: { ...qian, id: '5' }, oneTimePassword: 'reed-lantern-41-mill' })
      }),
    )
    const { user } = open('/b/demo/settings/people')
    expect(await screen.findByText('所有门店')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '添加人员' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByLabelText('用户名'), 'sun')
    await user.type(dialog.getByLabelText('姓名'), '孙小')
    expect(dialog.queryByLabelText('「清溪礼品」的门店')).not.toBeInTheDocument()
    await user.click(dialog.getByRole('radio', { name: /导购/ }))
    await user.click(dialog.getByLabelText('「清溪礼品」的门店'))
    await user.click(await screen.findByTitle('西湖店 · S01'))
    await user.click(dialog.getByRole('button', { name: /新\s*建/ }))
    expect(await screen.findByTestId('one-time-password')).toBeInTheDocument()
    expect(sent[0]).toMatchObject({ username: 'sun', role: 'guide', stores: { demo: ['S01'] } })
  })
})
