import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { NewMallItem } from '@/client'
import { mallItems, mallOrders } from '@mock/data/mall'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

describe('the points mall', () => {
  it('says of each item what it costs and how it fares, and what is to be done', async () => {
    open('/b/demo/mall')
    const row = (await screen.findByRole('button', { name: '保温杯' })).closest('tr') as HTMLElement
    expect(row).toHaveTextContent('1,200')
    expect(row).toHaveTextContent('45 / 200')
    expect(within(row).getByText('上架中')).toBeInTheDocument()
    expect(await screen.findByText('有 2 张兑换单等待发货或自提。')).toBeInTheDocument()
  })

  it('says what to do first where it is empty', async () => {
    server.use(http.get('*/mall/items', () => HttpResponse.json([])))
    open('/b/demo/mall')
    expect(await screen.findByText('商城里还没有商品')).toBeInTheDocument()
  })

  it('takes a new item, and shows at the field what is wrong with it', async () => {
    const asked: NewMallItem[] = []
    server.use(
      http.post('*/mall/items', async ({ request }) => {
        asked.push((await request.json()) as NewMallItem)
        return asked.length === 1 ? problem(409, 'mall-item-name-taken', { detail: '已有名为“杯”的商城商品' }) : HttpResponse.json({ ...mallItems[0], id: '9' }, { status: 201 })
      }),
    )
    const { user } = open('/b/demo/mall')
    await user.click(await screen.findByRole('button', { name: '新建商品' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('名称'), '杯')
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }))
    expect(await within(dialog).findByText('已有名为“杯”的商城商品')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(asked).toHaveLength(2))
    expect(asked[1]).toMatchObject({ name: '杯', kind: 'goods', points: 100, delivery: true, template: null, stock: null })
  })

  it('says that codes are needed before codes are sold', async () => {
    const { user } = open('/b/demo/mall')
    const row = (await screen.findByRole('button', { name: '视频月卡' })).closest('tr') as HTMLElement
    await user.click(within(row).getByRole('button', { name: /上\s*架/ }))
    expect(await screen.findByText(/还没有上传码/)).toBeInTheDocument()
  })
})

describe('orders of the mall', () => {
  it('that are to be sent are sent with a parcel number', async () => {
    const { user } = open('/b/demo/mall?tab=orders')
    await user.click(await screen.findByRole('button', { name: /发\s*货/ }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/林小满/)).toBeInTheDocument()
    await user.type(within(dialog).getByLabelText('快递公司'), '顺丰')
    await user.type(within(dialog).getByLabelText('快递单号'), 'SF1')
    await user.click(within(dialog).getByRole('button', { name: /发\s*货/ }))
    await waitFor(() => expect(mallOrders[0].order.state).toBe('fulfilled'))
  })

  it('that are cancelled say first what comes back', async () => {
    const { user } = open('/b/demo/mall?tab=orders')
    const row = (await screen.findByText(/S01 自提/)).closest('tr') as HTMLElement
    expect(row).toHaveTextContent('另付 £19.90')
    await user.click(within(row).getByRole('button', { name: /取\s*消/ }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText('1,200 积分全部退回会员，商品回到库存。')).toBeInTheDocument()
    await user.type(within(dialog).getByLabelText('取消原因'), '缺货')
    await user.click(within(dialog).getAllByRole('button', { name: /取\s*消/ }).at(-1) as HTMLElement)
    await waitFor(() => expect(mallOrders[1].order.state).toBe('cancelled'))
  })

  it('that were handed out come back piece by piece, and say first how many points that gives back', async () => {
    const { user } = open('/b/demo/mall?tab=orders&state=fulfilled')
    const row = (await screen.findByText('× 3')).closest('tr') as HTMLElement
    await user.click(within(row).getByRole('button', { name: /退\s*回/ }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText('3,600 积分退回会员，只退一次。')).toBeInTheDocument()
    const pieces = within(dialog).getByLabelText('退回件数')
    await user.clear(pieces)
    await user.type(pieces, '1')
    expect(await within(dialog).findByText('1,200 积分退回会员，只退一次。')).toBeInTheDocument()
    await user.type(within(dialog).getByLabelText('退回原因'), '破损')
    await user.click(within(dialog).getByRole('button', { name: /退\s*回/ }))
    expect(await screen.findByText('已退回 1 件，共 3 件')).toBeInTheDocument()
  })

  it('say which points are owed still, and why', async () => {
    const { user } = open('/b/demo/mall?tab=orders')
    await user.click(await screen.findByText('待退积分'))
    expect(await screen.findByText('积分还没退回：账户放不下更多积分。每小时再试一次。')).toBeInTheDocument()
    expect(screen.getByText('4')).toBeInTheDocument()
  })

  it('say why they were cancelled', async () => {
    open('/b/demo/mall?tab=orders&state=cancelled')
    expect(await screen.findByText(/积分不足/)).toBeInTheDocument()
  })
})
