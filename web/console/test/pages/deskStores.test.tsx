import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { DeskStores } from '@/client'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

const qian = { id: '4', username: 'qian', displayName: '钱多', role: 'guide', mustChangePassword: false, mayLookUp: false, mayDownload: false }
const brands = [{ id: 'demo', name: '清溪礼品', currency: 'GBP', timeZone: 'Europe/London' }]
const lake = { code: 'S01', name: '西湖店' }
const road = { code: 'S02', name: '南京路店' }
const nameless = { code: 'S09', name: 'S09' }

function worksAt(...stores: DeskStores['stores']) {
  server.use(http.get('*/coupon-desk/stores', () => HttpResponse.json({ everywhere: false, stores })))
}

async function fill(user: ReturnType<typeof open>['user']) {
  await user.type(await screen.findByLabelText('券码'), 'ABCD')
  await user.type(screen.getByLabelText('小票号'), 'T-1')
  await user.type(screen.getByLabelText('商品金额'), '120')
  await user.click(screen.getByRole('button', { name: '看看能减多少' }))
}

describe('a guide’s phone at the counter', () => {
  beforeEach(() => {
    localStorage.clear()
    server.use(http.get('*/api/session', () => HttpResponse.json({ person: qian, brands, version: '1', demo: false })))
  })

  it('stands in their only store without asking', async () => {
    worksAt(lake)
    let asked: string | null = null
    server.use(
      http.post('*/coupon-desk/ask', ({ request }) => {
        asked = new URL(request.url).searchParams.get('store')
        return HttpResponse.json({ coupons: [], amount: 2_000, repeated: false })
      }),
    )
    const { user } = open('/b/demo/coupon-desk')
    expect(await screen.findByText('西湖店 · S01')).toBeInTheDocument()
    expect(screen.queryByLabelText('门店编号')).not.toBeInTheDocument()
    await fill(user)
    expect(await screen.findByTestId('desk-answer')).toBeInTheDocument()
    expect(asked).toBe('S01')
  })

  it('offers their stores alone and asks which, when there are several', async () => {
    localStorage.setItem('ww.coupon-desk.store.demo', 'S77')
    worksAt(lake, road, nameless)
    const { user } = open('/b/demo/coupon-desk')
    await fill(user)
    expect(await screen.findByText('必填')).toBeInTheDocument()
    await user.click(screen.getByLabelText('门店'))
    expect(await screen.findByTitle('S09')).toBeInTheDocument()
    expect(screen.getByTitle('西湖店 · S01')).toBeInTheDocument()
    await user.click(screen.getByTitle('南京路店 · S02'))
    await user.click(screen.getByRole('button', { name: '看看能减多少' }))
    expect(await screen.findByTestId('desk-answer')).toBeInTheDocument()
    expect(localStorage.getItem('ww.coupon-desk.store.demo')).toBe('S02')
  })

  it('says whom to ask when nobody gave them a store, and goes on once somebody did', async () => {
    worksAt()
    const { user } = open('/b/demo/coupon-desk')
    expect(await screen.findByText('还没有您的门店')).toBeInTheDocument()
    expect(screen.getByText(/请管理员在「设置 · 人员」里为您选择工作门店/)).toBeInTheDocument()
    expect(screen.queryByLabelText('券码')).not.toBeInTheDocument()
    worksAt(road)
    await user.click(screen.getByRole('button', { name: '已经选好了，再看看' }))
    expect(await screen.findByLabelText('券码')).toBeInTheDocument()
    expect(screen.getByText('南京路店 · S02')).toBeInTheDocument()
  })

  it('offers what is left when the store was taken away meanwhile', async () => {
    worksAt(lake)
    server.use(http.post('*/coupon-desk/ask', () => problem(403, 'desk-store-not-yours', { detail: '您的账号不在门店 S01 工作。' })))
    const { user } = open('/b/demo/coupon-desk')
    expect(await screen.findByText('西湖店 · S01')).toBeInTheDocument()
    worksAt(road, nameless)
    await fill(user)
    expect(await screen.findByRole('alert')).toHaveTextContent('您不在这家门店工作')
    await user.click(screen.getByLabelText('门店'))
    expect(await screen.findByTitle('南京路店 · S02')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '看看能减多少' }))
    expect(await screen.findByText('您已不在这家门店工作，请改选')).toBeInTheDocument()
  })
})
