import { http, HttpResponse } from 'msw'
import type { DownloadColumn, NewDownload, NewSnapshot, SegmentVersion } from '@/client'
import { downloads, lists } from '../data/lists'
import { BRAND, problem } from './answers'
import { segments } from './segment'

const COLUMNS: DownloadColumn[] = [
  { column: 'memberNo', label: { zh: '会员号', en: 'member number' }, personal: false },
  { column: 'name', label: { zh: '姓名', en: 'name' }, personal: true },
  { column: 'phone', label: { zh: '手机号', en: 'phone' }, personal: true },
  { column: 'city', label: { zh: '城市', en: 'city' }, personal: false },
  { column: 'orders', label: { zh: '订单数', en: 'orders' }, personal: false },
  { column: 'netSales', label: { zh: '净消费', en: 'net sales' }, personal: false },
  { column: 'lastOrderAt', label: { zh: '最近下单', en: 'last order' }, personal: false },
]

const LINES = [
  [{ zh: '城市是 London、Manchester 之一', en: 'City is London or Manchester' }, { zh: '近 365 天至少下过 2 单', en: 'at least 2 orders in the last 365 days' }],
  [{ zh: '城市是 London', en: 'City is London' }, { zh: '近 365 天至少下过 2 单', en: 'at least 2 orders in the last 365 days' }],
  [{ zh: '城市是 London', en: 'City is London' }],
]

const versions = (id: string): SegmentVersion[] => {
  const found = segments.find((one) => one.id === id)
  return found
    ? LINES.slice(-found.version).map((lines, i) => ({
        version: found.version - i,
        name: i === 2 ? '沉睡老客' : found.name,
        definition: found.definition,
        reading: found.reading,
        lines,
        changedAt: `2026-11-${20 - i * 5}T03:00:00Z`,
        changedBy: i === 1 ? 'wang' : 'lin',
      }))
    : []
}

export const customerList = [
  http.get(`${BRAND}/lists`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? lists : [])),
  http.post(`${BRAND}/lists`, async ({ request }) => {
    const { name } = (await request.json()) as NewSnapshot
    return HttpResponse.json({ ...lists[1], id: '4', name }, { status: 201 })
  }),
  http.post(`${BRAND}/lists/preview`, () =>
    HttpResponse.json({
      columns: [
        { name: '姓名', samples: ['林小满', '王一一'] },
        { name: '手机号', samples: ['13800138000', '13900139001', '138****0001'] },
      ],
      column: '手机号',
      kind: 'phone',
    }),
  ),
  http.post(`${BRAND}/lists/upload`, () => HttpResponse.json(lists[0], { status: 201 })),
  http.get(`${BRAND}/lists/:id/uses`, ({ params }) => HttpResponse.json(params.id === '3' ? [{ kind: 'segment', id: 'g2', name: segments[1].name }] : [])),
  http.get(`${BRAND}/lists/:id`, ({ params }) => {
    const found = lists.find(({ id }) => id === params.id)
    return found ? HttpResponse.json(found) : problem(404, 'not-found')
  }),
  http.put(`${BRAND}/lists/:id`, async ({ params, request }) => {
    const found = lists.find(({ id }) => id === params.id)
    return found ? HttpResponse.json(Object.assign(found, await request.json())) : problem(404, 'not-found')
  }),
  http.delete(`${BRAND}/lists/:id`, () => problem(409, 'customer-list-in-use')),
  http.get(`${BRAND}/member-downloads/columns`, () => HttpResponse.json(COLUMNS)),
  http.get(`${BRAND}/member-downloads`, () => HttpResponse.json(downloads)),
  http.post(`${BRAND}/member-downloads`, async ({ request }) => {
    const wanted = (await request.json()) as NewDownload
    return HttpResponse.json({ ...downloads[0], ...wanted, id: '3', state: 'making' }, { status: 201 })
  }),
  http.get(`${BRAND}/segments/:id/versions`, ({ params }) => HttpResponse.json(versions(String(params.id)))),
  http.post(`${BRAND}/segments/:id/versions/:version/restore`, ({ params }) => {
    const found = segments.find(({ id }) => id === params.id)
    return found ? HttpResponse.json({ ...found, version: found.version + 1 }) : problem(404, 'not-found')
  }),
  http.get(`${BRAND}/segments/:id/uses`, () =>
    HttpResponse.json([
      { kind: 'broadcast', id: '7', name: '十一月唤醒' },
      { kind: 'tag-rule', id: '2', name: '沉睡' },
      { kind: 'journey', id: '9', name: null },
    ]),
  ),
]
