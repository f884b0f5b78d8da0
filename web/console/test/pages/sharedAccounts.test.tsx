import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { NewSharedAccount, SharingRule } from '@/client'
import { customers } from '@mock/data/customers'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

const PAGE = '/b/demo/shared-accounts'

async function rule(kind: string) {
  return within(await screen.findByRole('region', { name: kind }))
}

describe('the rules of shared accounts', () => {
  it('are saved for one kind at a time', async () => {
    const saved: SharingRule[] = []
    server.use(
      http.put('*/shared-accounts/rules', async ({ request }) => {
        saved.push((await request.json()) as SharingRule)
        return HttpResponse.json(saved[0])
      }),
    )
    const { user } = open(PAGE)
    const company = await rule('企业账户')
    await user.click(company.getByRole('switch', { name: '开放' }))
    await user.clear(company.getByLabelText('最多人数'))
    await user.type(company.getByLabelText('最多人数'), '20')
    await user.click(company.getByRole('radio', { name: '账户里的每个人' }))
    await user.click(company.getByRole('button', { name: /保\s*存/ }))
    expect(await screen.findByText('已保存，企业账户不开放。')).toBeInTheDocument()
    expect(saved).toEqual([{ kind: 'company', active: false, most: 20, everybodySpends: true }])
  })

  it('show at the field what is wrong', async () => {
    server.use(http.put('*/shared-accounts/rules', () => problem(422, 'invalid', { errors: [{ pointer: '/most', code: 'out-of-range', detail: '应在 2 到 200 之间' }] })))
    const { user } = open(PAGE)
    const family = await rule('家庭账户')
    await user.clear(family.getByLabelText('最多人数'))
    await user.type(family.getByLabelText('最多人数'), '900')
    await user.click(family.getByRole('button', { name: /保\s*存/ }))
    expect(await family.findByText('应在 2 到 200 之间')).toBeInTheDocument()
    expect((await rule('企业账户')).queryByText('应在 2 到 200 之间')).toBeNull()
  })
})

describe('shared accounts', () => {
  it('say whose they are, how many are in them and what they can spend', async () => {
    open(PAGE)
    const row = (await screen.findByRole('button', { name: '家庭账户 2' })).closest('tr') as HTMLElement
    expect(within(row).getByRole('link', { name: '李*' })).toHaveAttribute('href', `/b/demo/customers/${customers[1].customerNo}`)
    expect(row).toHaveTextContent('3,450')
    expect(within(row).getByText('使用中')).toBeInTheDocument()
    expect((await screen.findByRole('button', { name: '家庭账户 1' })).closest('tr')).toHaveTextContent('已关闭')
  })

  it('are paused while their kind is off', async () => {
    server.use(http.get('*/shared-accounts/rules', () => HttpResponse.json([{ kind: 'family', active: false, most: 6, everybodySpends: true }])))
    open(PAGE)
    const row = (await screen.findByRole('button', { name: '家庭账户 2' })).closest('tr') as HTMLElement
    await waitFor(() => expect(row).toHaveTextContent('暂停'))
    expect(screen.queryByRole('button', { name: '开设企业账户' })).toBeNull()
  })

  it('say what to do first where there are none, and what is wrong where they cannot be read', async () => {
    server.use(http.get('*/shared-accounts', () => HttpResponse.json({ items: [], next: null })))
    server.use(http.get('*/shared-accounts/rules', () => problem(500, 'unexpected')))
    open(PAGE)
    expect(await screen.findByText('还没有共享账户')).toBeInTheDocument()
    expect(await screen.findByRole('button', { name: '再试一次' })).toBeInTheDocument()
  })

  it('let somebody go once it is said that their points stay theirs', async () => {
    const { user } = open(`${PAGE}?account=2`)
    const drawer = await screen.findByRole('dialog')
    const row = (await within(drawer).findByRole('link', { name: '张*' })).closest('tr') as HTMLElement
    await user.click(within(row).getByRole('button', { name: /移\s*出/ }))
    expect(await screen.findByText(/这位会员的 1,350 积分仍归本人/)).toBeInTheDocument()
    await user.click(screen.getAllByRole('button', { name: /^移\s*出$/ }).at(-1) as HTMLElement)
    expect(await screen.findByText('已移出，积分仍归本人。')).toBeInTheDocument()
    const former = await within(drawer).findByRole('region', { name: '曾在账户里的人' })
    expect(within(former).getByRole('link', { name: '张*' })).toBeInTheDocument()
    await waitFor(() => expect(within(drawer).getAllByRole('link', { name: '张*' })).toHaveLength(1))
    const holder = within(drawer).getByRole('link', { name: '李*' }).closest('tr') as HTMLElement
    expect(within(holder).queryByRole('button')).toBeNull()
  })

  it('are closed once it is said what becomes of the points', async () => {
    const { user } = open(PAGE)
    await user.click(await screen.findByRole('button', { name: '企业账户 3' }))
    await user.click(await screen.findByRole('button', { name: '关闭账户' }))
    expect(await screen.findByText(/账户里的 1 人都会退出，每个人的积分仍归本人/)).toBeInTheDocument()
    await user.click(screen.getAllByRole('button', { name: '关闭账户' }).at(-1) as HTMLElement)
    expect(await screen.findByText(/^账户已于 .* 关闭$/)).toBeInTheDocument()
    const former = await screen.findByRole('region', { name: '曾在账户里的人' })
    expect(within(former).getByRole('link', { name: '何*' })).toBeInTheDocument()
    expect(within(former).getByText('户主')).toBeInTheDocument()
  })
})

describe('a company account', () => {
  it('is opened for a holder, unless they are in one already', async () => {
    const asked: NewSharedAccount[] = []
    server.use(
      http.post(
        '*/shared-accounts',
        async ({ request }) => {
          asked.push((await request.clone().json()) as NewSharedAccount)
          return asked.length === 1 ? problem(409, 'sharing-already', { detail: '已经在一个共享账户里' }) : undefined
        },
      ),
    )
    const { user, router } = open(PAGE)
    const holder = customers[5]
    await user.click(await screen.findByRole('button', { name: '开设企业账户' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('户主'), String(holder.customerNo))
    await waitFor(() => expect(document.querySelectorAll('.ant-select-item-option')).toHaveLength(1))
    await user.click(document.querySelector('.ant-select-item-option') as HTMLElement)
    await user.click(within(dialog).getByRole('button', { name: /开\s*设/ }))
    expect(await within(dialog).findByText('已经在一个共享账户里')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: /开\s*设/ }))
    expect(await screen.findByText('企业账户已开设，户主可以邀请同事。')).toBeInTheDocument()
    expect(asked[1]).toEqual({ kind: 'company', holder: holder.customerNo })
    await waitFor(() => expect(router.state.location.search).toMatch(/account=\d+/))
  })
})
