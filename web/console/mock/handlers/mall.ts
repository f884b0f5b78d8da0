import { http, HttpResponse } from 'msw'
import type { CheckInRule, MallItem, NewMallItem } from '@/client'
import { benefitCalendar, checkInRule, growthProgrammes, luckyDraws, mallItems, mallOrders, memberBenefits, memberTasks } from '../data/mall'
import { BRAND, pageOf, problem } from './answers'

function shelved(id: unknown, onShelf: boolean) {
  const item = mallItems.find((one) => one.id === id)
  if (!item) return problem(404, 'not-found')
  if (onShelf && item.item.kind === 'code' && !item.item.stock) return problem(409, 'mall-item-not-ready', { detail: '商品还不能上架：还没有上传码' })
  return HttpResponse.json(Object.assign(item, { onShelf }))
}

function changed<T extends { id: string }>(list: T[], id: unknown, change: object) {
  const found = list.find((one) => one.id === id)
  return found ? HttpResponse.json(Object.assign(found, change)) : problem(404, 'not-found')
}

function turned<T extends { id: string; active: boolean }>(list: T[], id: unknown, active: boolean) {
  return changed(list, id, { active })
}

function moved(id: unknown, change: object) {
  const found = mallOrders.find(({ order }) => order.number === id)
  if (!found) return problem(404, 'not-found')
  Object.assign(found.order, change)
  return HttpResponse.json(found)
}

export const mall = [
  http.get(`${BRAND}/mall/items`, () => HttpResponse.json(mallItems)),
  http.post(`${BRAND}/mall/items`, async ({ request }) => {
    const made: MallItem = { ...mallItems[0], item: (await request.json()) as NewMallItem, id: String(mallItems.length + 1), sold: 0, toDo: 0, onShelf: false }
    mallItems.unshift(made)
    return HttpResponse.json(made, { status: 201 })
  }),
  http.put(`${BRAND}/mall/items/:id`, async ({ params, request }) => {
    const item = mallItems.find(({ id }) => id === params.id)
    return item ? HttpResponse.json(Object.assign(item, { item: await request.json() })) : problem(404, 'not-found')
  }),
  http.post(`${BRAND}/mall/items/:id/shelve`, ({ params }) => shelved(params.id, true)),
  http.post(`${BRAND}/mall/items/:id/unshelve`, ({ params }) => shelved(params.id, false)),
  http.post(`${BRAND}/mall/items/:id/codes`, async ({ request }) => {
    const codes = ((await request.json()) as { codes: string[] }).codes.filter((code) => code.trim())
    return HttpResponse.json({ added: new Set(codes).size, repeated: codes.length - new Set(codes).size, free: new Set(codes).size })
  }),
  http.get(`${BRAND}/mall/orders`, ({ request }) => {
    const asked = new URL(request.url).searchParams
    const state = asked.get('state')
    return HttpResponse.json(pageOf(mallOrders.filter(({ order, owed }) => (!state || order.state === state) && (asked.get('owed') !== 'true' || owed != null)), request))
  }),
  http.get(`${BRAND}/mall/orders/counts`, () => HttpResponse.json({ ordered: 0, paid: mallOrders.filter(({ order }) => order.state === 'paid').length, fulfilled: 43, cancelled: 1, returned: 0 })),
  http.post(`${BRAND}/mall/orders/:id/ship`, async ({ params, request }) => moved(params.id, { state: 'fulfilled', ...((await request.json()) as object) })),
  http.post(`${BRAND}/mall/orders/:id/hand-over`, ({ params }) => moved(params.id, { state: 'fulfilled' })),
  http.post(`${BRAND}/mall/orders/:id/cancel`, async ({ params, request }) => {
    const { why } = (await request.json()) as { why: string }
    return moved(params.id, { state: 'cancelled', why: { zh: why, en: why }, givenBack: true })
  }),
  http.post(`${BRAND}/mall/orders/:id/return`, async ({ params, request }) => {
    const { why, pieces } = (await request.json()) as { why: string; pieces: number }
    const order = mallOrders.find((one) => one.order.number === params.id)?.order
    const returned = (order?.returned ?? 0) + pieces
    return moved(params.id, { state: returned === order?.pieces ? 'returned' : 'fulfilled', returned, why: { zh: why, en: why }, givenBack: true })
  }),
  http.get(`${BRAND}/check-in/rule`, () => HttpResponse.json(checkInRule)),
  http.put(`${BRAND}/check-in/rule`, async ({ request }) => HttpResponse.json(Object.assign(checkInRule, (await request.json()) as CheckInRule))),
  http.get(`${BRAND}/check-in/days`, () => HttpResponse.json([{ day: '2026-11-26', members: 310, week: 84, points: 902 }])),
  http.get(`${BRAND}/member-tasks`, () => HttpResponse.json(memberTasks)),
  http.put(`${BRAND}/member-tasks/:id`, async ({ params, request }) => changed(memberTasks, params.id, { task: await request.json() })),
  http.post(`${BRAND}/member-tasks/:id/start`, ({ params }) => turned(memberTasks, params.id, true)),
  http.post(`${BRAND}/member-tasks/:id/stop`, ({ params }) => turned(memberTasks, params.id, false)),
  http.get(`${BRAND}/growth-programmes`, () => HttpResponse.json(growthProgrammes)),
  http.get(`${BRAND}/lucky-draws`, () => HttpResponse.json(luckyDraws)),
  http.put(`${BRAND}/lucky-draws/:id`, async ({ params, request }) => changed(luckyDraws, params.id, { draw: await request.json() })),
  http.post(`${BRAND}/lucky-draws/:id/start`, ({ params }) => turned(luckyDraws, params.id, true)),
  http.post(`${BRAND}/lucky-draws/:id/stop`, ({ params }) => turned(luckyDraws, params.id, false)),
  http.get(`${BRAND}/lucky-draws/:id/rolls`, () =>
    HttpResponse.json({ items: [{ number: '250', customer: 101, at: '2026-11-26T03:00:00Z', price: 20, roll: 80_412, prize: '满减券', soldOut: false }], next: null }),
  ),
  http.get(`${BRAND}/benefit-calendar`, () => HttpResponse.json(benefitCalendar)),
  http.get(`${BRAND}/member-benefits`, () => HttpResponse.json(memberBenefits)),
  http.put(`${BRAND}/member-benefits/:id`, async ({ params, request }) => changed(memberBenefits, params.id, { benefit: await request.json() })),
  http.post(`${BRAND}/member-benefits/:id/start`, ({ params }) => turned(memberBenefits, params.id, true)),
  http.post(`${BRAND}/member-benefits/:id/stop`, ({ params }) => turned(memberBenefits, params.id, false)),
]
