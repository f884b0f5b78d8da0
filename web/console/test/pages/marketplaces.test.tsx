import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { NewMarketplaceShop } from '@/client'
import { customers } from '@mock/data/customers'
import { marketplaceShops } from '@mock/data/marketplaces'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

const PAGE = '/b/demo/marketplaces'

async function row(name: string) {
  return (await screen.findByRole('button', { name })).closest('tr') as HTMLElement
}

describe('shops on marketplaces', () => {
  it('say how many are bound, what waits and which calls were refused', async () => {
    open(PAGE)
    const tmall = await row('茶水旗舰店')
    expect(tmall).toHaveTextContent('天猫')
    expect(tmall).toHaveTextContent('130')
    expect(within(tmall).getByText('2 位待推送')).toBeInTheDocument()
    expect(within(tmall).getByText('1 位平台未接受')).toBeInTheDocument()
    expect(tmall).toHaveTextContent(/\S+ 3/)
    const douyin = await row('7001')
    expect(within(douyin).getByText('平台暂时无法连接：unreachable')).toBeInTheDocument()
    expect(douyin).toHaveTextContent('尚未核对')
  })

  it('say what to do first where there are none', async () => {
    server.use(http.get('*/marketplace-shops', () => HttpResponse.json([])))
    open(PAGE)
    expect(await screen.findByText('还没有接入店铺')).toBeInTheDocument()
  })

  it('say what is wrong where they cannot be read', async () => {
    server.use(http.get('*/marketplace-shops', () => problem(500, 'unexpected')))
    open(PAGE)
    expect(await screen.findByRole('button', { name: '再试一次' })).toBeInTheDocument()
  })

  it('are connected with a secret that goes out once, and a salt where phones are mixed', async () => {
    const asked: NewMarketplaceShop[] = []
    server.use(
      http.post('*/marketplace-shops', async ({ request }) => {
        asked.push((await request.clone().json()) as NewMarketplaceShop)
        return asked.length === 1 ? problem(409, 'marketplace-shop-taken', { detail: '已经接入' }) : undefined
      }),
    )
    const { user } = open(PAGE)
    await user.click(await screen.findByRole('button', { name: '接入店铺' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByLabelText('手机号混淆盐值')).toBeInTheDocument()
    await user.click(dialog.getByText('抖音'))
    await waitFor(() => expect(dialog.queryByLabelText('手机号混淆盐值')).toBeNull())
    await user.type(dialog.getByLabelText('店铺'), '7002')
    await user.type(dialog.getByLabelText('App Key'), 'key-9')
    await user.type(dialog.getByLabelText('App Secret'), 'hush')
    await user.type(dialog.getByLabelText('平台网关地址'), 'https://open.example')
    await user.click(dialog.getByRole('button', { name: '接入店铺' }))
    expect(await dialog.findByText('已经接入')).toBeInTheDocument()
    await user.click(dialog.getByRole('button', { name: '接入店铺' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(asked[1]).toEqual({ marketplace: 'douyin', name: '7002', appKey: 'key-9', secret: 'hush', salt: null, api: 'https://open.example' })
    expect(await row('7002')).toBeInTheDocument()
  })

  it('are disconnected once it is said what ends', async () => {
    marketplaceShops.push({ ...marketplaceShops[1], id: '9', name: '7009' })
    const { user } = open(PAGE)
    await user.click(within(await row('7009')).getByRole('button', { name: /断\s*开/ }))
    expect(await screen.findByText('断开“7009”？绑定随之结束，积分保留。')).toBeInTheDocument()
    await user.click(within(screen.getByRole('tooltip')).getByRole('button', { name: /确\s*定|OK/ }))
    expect(await screen.findByText('已断开。')).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByRole('button', { name: '7009' })).toBeNull())
  })
})

describe('the members of a shop', () => {
  it('are read page by page, and the page can be linked to', async () => {
    const { user, router } = open(PAGE)
    await user.click(await screen.findByRole('button', { name: '茶水旗舰店' }))
    expect(router.state.location.search).toBe('?shop=1')
    const drawer = within(await screen.findByRole('dialog'))
    expect(await drawer.findByRole('link', { name: String(customers[0].customerNo) })).toHaveAttribute('href', `/b/demo/customers/${customers[0].customerNo}`)
    expect(drawer.queryByRole('link', { name: String(customers[50].customerNo) })).toBeNull()
    await user.click(drawer.getByRole('button', { name: '下一页' }))
    expect(await drawer.findByRole('link', { name: String(customers[50].customerNo) })).toBeInTheDocument()
    await user.click(drawer.getByRole('button', { name: '下一页' }))
    expect(await drawer.findByRole('link', { name: String(customers[129].customerNo) })).toBeInTheDocument()
    expect(drawer.getByRole('button', { name: '下一页' })).toBeDisabled()
  })

  it('are only those not taken when that is asked, with the reason', async () => {
    open(`${PAGE}?shop=1&stuck=true`)
    const drawer = within(await screen.findByRole('dialog'))
    expect(await drawer.findByText('isv.member-not-bound')).toBeInTheDocument()
    expect(drawer.getByRole('switch')).toBeChecked()
    expect(drawer.queryByRole('link', { name: String(customers[0].customerNo) })).toBeNull()
    expect(await drawer.findByText('仅平台绑定')).toBeInTheDocument()
  })

  it('are nobody in a shop that nobody joined yet', async () => {
    open(`${PAGE}?shop=2`)
    const drawer = within(await screen.findByRole('dialog'))
    expect(await drawer.findByText('还没有会员绑定')).toBeInTheDocument()
    expect(await drawer.findByText('名单一致')).toBeInTheDocument()
  })
})
