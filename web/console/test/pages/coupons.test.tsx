import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { NewCouponTemplate } from '@/client'
import { couponTemplates } from '@mock/data/coupons'
import { customers } from '@mock/data/customers'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

const draft = { ...couponTemplates[1], id: '2' }

describe('the list of coupon templates', () => {
  it('says of each what it does and how it fares', async () => {
    open('/b/demo/coupons')
    const row = (await screen.findByRole('link', { name: '满 100 减 20' })).closest('tr') as HTMLElement
    expect(within(row).getByText('发放中')).toBeInTheDocument()
    expect(row).toHaveTextContent('减 £20.00')
    expect(row).toHaveTextContent('400 / 1,000')
    expect(row).toHaveTextContent('£8,000.00 / £2万')
  })

  it('says what to do first where there are none', async () => {
    server.use(http.get('*/coupon-templates', () => HttpResponse.json({ items: [], next: null })))
    open('/b/demo/coupons')
    expect(await screen.findByText('还没有券模板')).toBeInTheDocument()
  })
})

describe('a coupon template', () => {
  it('is written in money as people type it, and what is not shown is not said', async () => {
    let saved: NewCouponTemplate | undefined
    server.use(
      http.post('*/coupon-templates', async ({ request }) => {
        saved = (await request.json()) as NewCouponTemplate
        return HttpResponse.json({ ...draft, ...saved, id: '9' }, { status: 201 })
      }),
      http.get('*/coupon-templates/9', () => HttpResponse.json({ ...draft, id: '9' })),
    )
    const { user, router } = open('/b/demo/coupons/new')
    await user.type(await screen.findByLabelText('名称'), '新年券')
    const off = screen.getByLabelText('面额')
    await user.clear(off)
    await user.type(off, '12.5')
    await user.type(screen.getByLabelText('预算'), '500')
    await user.click(screen.getByTestId('save-coupon'))
    await waitFor(() => expect(router.state.location.pathname).toBe('/b/demo/coupons/9'))
    expect(saved).toMatchObject({ name: '新年券', budget: 50_000, stock: null, perCustomer: 1 })
    expect(saved?.terms.benefit).toEqual({ kind: 'amount', off: 1_250 })
    expect(saved?.terms.validity).toMatchObject({ days: 30, from: null, until: null })
    expect(saved?.terms.stacking).toEqual({ exclusive: true, otherKinds: false, mostPerOrder: 1 })
  })

  it('shows what is wrong at the field it is wrong in', async () => {
    server.use(
      http.post('*/coupon-templates', () =>
        problem(422, 'invalid', {
          errors: [
            { pointer: '/terms/benefit/off', code: 'above-threshold', detail: '面额不能超过使用门槛' },
            { pointer: '/terms/validity/days', code: 'range', detail: '须在 1 到 3650 之间' },
          ],
        }),
      ),
    )
    const { user } = open('/b/demo/coupons/new')
    await user.type(await screen.findByLabelText('名称'), '新年券')
    await user.click(screen.getByTestId('save-coupon'))
    const off = (await screen.findByText('面额不能超过使用门槛')).closest('.ant-form-item') as HTMLElement
    expect(within(off).getByLabelText('面额')).toBeInTheDocument()
    const days = screen.getByText('须在 1 到 3650 之间').closest('.ant-form-item') as HTMLElement
    expect(within(days).getByLabelText('有效天数')).toBeInTheDocument()
  })

  it('is activated after it is said what that means', async () => {
    let activated = false
    server.use(
      http.get('*/coupon-templates/2', () => HttpResponse.json(activated ? { ...draft, state: 'active' } : draft)),
      http.post('*/coupon-templates/2/activate', () => {
        activated = true
        return HttpResponse.json({ ...draft, state: 'active' })
      }),
    )
    const { user } = open('/b/demo/coupons/2')
    await user.click(await screen.findByRole('button', { name: /启\s*用/ }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('每张最多花 不封顶')
    await user.click(within(dialog).getByRole('button', { name: /启\s*用/ }))
    expect(await screen.findByText('已启用，可以发券了')).toBeInTheDocument()
    expect(await screen.findByRole('button', { name: /停\s*发/ })).toBeInTheDocument()
  })

  it('says whom issuing reaches and what it costs at most before it is done', async () => {
    let asked: unknown
    server.use(
      http.get('*/segments', () => HttpResponse.json([{ id: '5', name: '沉睡老客', description: null, count: 900, countedAt: null, createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z', version: 1, reading: { zh: '', en: '' } }])),
      http.post('*/coupon-templates/1/batches', async ({ request }) => {
        asked = await request.json()
        return HttpResponse.json({ id: '9', segment: '5', codes: null, reached: 0, issued: 0, job: null, createdBy: 'lin', createdAt: '2026-11-20T02:00:00Z', doneAt: null }, { status: 201 })
      }),
    )
    const { user } = open('/b/demo/coupons/1?tab=issue')
    await user.click(await screen.findByRole('button', { name: '发给人群' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('combobox', { name: '人群' }))
    await user.click(await screen.findByTitle('沉睡老客'))
    const words = await screen.findByTestId('issue-forecast')
    expect(words).toHaveTextContent('人群里现在有 900 人，最多发出 600 张。')
    expect(words).toHaveTextContent('库存只够 600 张')
    expect(words).toHaveTextContent('最多花 £12,000.00（每张最多 £20.00）。')
    await user.click(within(dialog).getByRole('button', { name: /发\s*券/ }))
    await waitFor(() => expect(asked).toEqual({ segment: '5', codes: null, customers: null }))
  })

  it('gives the codes of a batch on paper to those who may download', async () => {
    open('/b/demo/coupons/1?tab=issue')
    const file = await screen.findByRole('link', { name: /下载券码/ })
    expect(file).toHaveAttribute('href', '/api/brands/demo/coupon-templates/1/batches/8/codes')
  })
})

describe('the public codes of a coupon', () => {
  const TAB = '/b/demo/coupons/1?tab=codes'

  it('say how many used each of how many, and another is made', async () => {
    let asked: unknown
    const codes = [{ code: 'XINYUE', most: 1_000, used: 86 }]
    server.use(
      http.get('*/coupon-templates/1/public-codes', () => HttpResponse.json(codes)),
      http.post('*/coupon-templates/1/public-codes', async ({ request }) => {
        asked = await request.json()
        codes.push({ code: '春茶2027', most: 50, used: 0 })
        return HttpResponse.json(codes[1], { status: 201 })
      }),
    )
    const { user } = open(TAB)
    const row = (await screen.findByText('XINYUE')).closest('tr') as HTMLTableRowElement
    expect([...row.cells].map(({ textContent }) => textContent)).toEqual(['XINYUE', '86', '1,000'])
    await user.click(screen.getByRole('button', { name: '新增口令' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: /新\s*建|创\s*建/ }))
    expect(asked, 'not without a code').toBeUndefined()
    await user.type(within(dialog).getByLabelText('口令'), ' 春茶2027 ')
    const most = within(dialog).getByLabelText('最多几人领')
    expect(most).toHaveValue('1000')
    await user.clear(most)
    await user.type(most, '50')
    await user.click(within(dialog).getByRole('button', { name: /新\s*建|创\s*建/ }))
    expect(await screen.findByText('口令已生效')).toBeInTheDocument()
    expect(asked).toEqual({ code: '春茶2027', most: 50 })
    expect(await screen.findByText('春茶2027')).toBeInTheDocument()
  })

  it('are refused at the field where another coupon has one', async () => {
    server.use(http.post('*/coupon-templates/1/public-codes', () => problem(409, 'public-code-taken', { detail: '口令已被占用' })))
    const { user } = open(TAB)
    await user.click(await screen.findByRole('button', { name: '新增口令' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('口令'), 'XINYUE')
    await user.click(within(dialog).getByRole('button', { name: /新\s*建|创\s*建/ }))
    const item = (await within(dialog).findByText('口令已被占用')).closest('.ant-form-item') as HTMLElement
    expect(within(item).getByLabelText('口令')).toBeInTheDocument()
    expect(screen.queryByText('口令已生效')).not.toBeInTheDocument()
  })

  it('say what to do first where there are none', async () => {
    server.use(http.get('*/coupon-templates/1/public-codes', () => HttpResponse.json([])))
    open(TAB)
    expect(await screen.findByText('还没有口令')).toBeInTheDocument()
  })
})

describe('the coupons of one customer', () => {
  it('are withdrawn one by one with a reason', async () => {
    let asked: unknown
    server.use(
      http.post('*/coupons/withdraw', async ({ request }) => {
        asked = await request.json()
        return HttpResponse.json({ withdrawn: 1, left: 0 })
      }),
    )
    const { user } = open(`/b/demo/customers/${customers[0].customerNo}?tab=coupons`)
    expect(await screen.findByText(/S01 · 订单 T-1020 · 减 £20.00/)).toBeInTheDocument()
    const buttons = screen.getAllByRole('button', { name: /撤\s*回/ })
    expect(buttons).toHaveLength(1)
    await user.click(buttons[0])
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('将撤回「满 100 减 20」（券号 501）。')
    await user.type(within(dialog).getByLabelText('原因'), '发错了')
    await user.click(within(dialog).getByRole('button', { name: /撤\s*回/ }))
    expect(await screen.findByText('撤回了 1 张')).toBeInTheDocument()
    expect(asked).toEqual({ coupons: [501], reason: '发错了' })
  })

  it('are not given when there are none left, and it says why at the field', async () => {
    server.use(http.post('*/coupon-templates/1/issue', () => problem(409, 'coupon-not-issued', { detail: '没有发券：已发完' })))
    const { user } = open(`/b/demo/customers/${customers[0].customerNo}?tab=coupons`)
    await user.click(await screen.findByRole('button', { name: '发一张券' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('combobox', { name: '券模板' }))
    await user.click(await screen.findByTitle('满 100 减 20'))
    expect(await within(dialog).findByText('最多花 £20.00。')).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: '发一张券' }))
    expect(await within(dialog).findByText('没有发券：已发完')).toBeInTheDocument()
  })
})
