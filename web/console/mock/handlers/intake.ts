import { http, HttpResponse } from 'msw'
import type { CatalogueProduct, CatalogueStaff, CatalogueStore, Import, ImportError, ImportTemplate, Job, NewSource, Source, StartImport } from '@/client'
import { customerDraft, doneImport, draftImport } from '../data/imports'
import { jobs } from './access'
import { BRAND, pageOf, problem } from './answers'

const imports: Import[] = [
  customerDraft,
  draftImport,
  { ...doneImport, id: 2, filename: '门店POS_11月.csv', source: '门店 POS', state: 'failed', counts: null, problem: { type: 'about:blank', title: '文件不完整', status: 422, code: 'file-truncated', detail: '第 812 行在引号中间结束。', traceId: 'a19c' }, bytes: 812_004 },
  doneImport,
]

const sources: Source[] = [
  { id: 1, name: '官网', kind: 'http', createdAt: '2026-10-01T02:00:00Z', lastEventAt: '2026-11-20T01:58:12Z', events: 1_284_310, eventsPerSecond: 500, side: 'client', revoked: false, platform: null, pushPath: null },
  { id: 2, name: '小程序', kind: 'http', createdAt: '2026-10-08T02:00:00Z', lastEventAt: null, events: 0, eventsPerSecond: null, side: 'server', revoked: false, platform: null, pushPath: null },
  { id: 3, name: 'online_retail_2010', kind: 'file', createdAt: '2026-11-19T06:00:00Z', lastEventAt: '2026-11-19T06:00:40Z', events: 25_543, eventsPerSecond: null, side: 'server', revoked: false, platform: null, pushPath: null },
  { id: 4, name: '旧商城', kind: 'http', createdAt: '2026-06-01T02:00:00Z', lastEventAt: '2026-09-30T12:00:00Z', events: 88_120, eventsPerSecond: null, side: 'server', revoked: true, platform: null, pushPath: null },
]

sources.splice(2, 0, { id: 5, name: '天猫旗舰店', kind: 'connector', createdAt: '2026-11-02T02:00:00Z', lastEventAt: '2026-11-20T01:59:40Z', events: 40_210, eventsPerSecond: null, side: 'server', revoked: false, platform: 'tmall', pushPath: '/v1/connect/tmall/pQ3vKx0m9sYtB1LwZcDe' })

const platforms = [
  { code: 'douyin', label: { zh: '抖音小店', en: 'Douyin shop' } },
  { code: 'jd', label: { zh: '京东', en: 'JD' } },
  { code: 'tmall', label: { zh: '天猫 / 淘宝', en: 'Tmall and Taobao' } },
  { code: 'youzan', label: { zh: '有赞', en: 'Youzan' } },
]

const errors: ImportError[] = Array.from({ length: 37 }, (_, index) => ({
  line: 1041 + index * 1377,
  column: index % 3 === 0 ? 'unitPrice' : 'paidAt',
  code: index % 3 === 0 ? 'number-invalid' : 'time-invalid',
  detail: index % 3 === 0 ? '不是数字' : '不是日期时间',
  value: index % 3 === 0 ? 'n/a' : '31/02/2010 10:00',
}))

const find = (id: unknown) => imports.find((one) => String(one.id) === id)

function run(file: Import): void {
  const job: Job = { id: `job-${file.id}`, kind: 'import', title: { zh: `导入 ${file.filename}`, en: `Import ${file.filename}` }, state: 'running', done: 0, total: 541_909, unit: 'lines', message: null, secondsLeft: 12, startedAt: file.createdAt, finishedAt: null, link: `/b/demo/imports/${file.id}` }
  jobs.push(job)
  Object.assign(file, { state: 'running', jobId: job.id })
  const timer = setInterval(() => {
    if (job.state !== 'running') return clearInterval(timer)
    job.done = Math.min(541_909, job.done + 45_159)
    job.secondsLeft = Math.round((541_909 - job.done) / 45_159)
    const share = job.done / 541_909
    file.counts = { lines: job.done, rejectedLines: Math.round(12 * share), orders: Math.round(22_190 * share), refunds: Math.round(3_836 * share), anonymousOrders: Math.round(3_710 * share), unchanged: 0, newCustomers: Math.round(1_560 * share), records: 0 }
    if (share === 1) {
      job.state = 'done'
      file.state = 'done'
    }
  }, 1_000)
}

const origin = { source: 'ERP', changedAt: '2026-11-18T02:00:00Z' }

const products: CatalogueProduct[] = [
  { code: 'TP-001', name: '青花茶壶', category: '茶具', brand: '水轮', price: 12_800, barcode: '6901234567892', ...origin },
  { code: 'TP-002', name: '白瓷盖碗', category: '茶具', brand: '水轮', price: 6_900, barcode: null, ...origin },
]

const stores: CatalogueStore[] = [
  { code: 'S01', name: '西湖店', province: '浙江', city: '杭州', address: '南山路 1 号', longitude: 120.155, latitude: 30.252, datum: 'gcj-02', hours: '10:00-22:00', ...origin },
]

const staff: CatalogueStaff[] = [{ code: 'G001', name: '小周', store: 'S01', role: '店长', ...origin }]

const templates: ImportTemplate[] = [
  { id: 1, kind: 'customers', name: '会员月报', source: 'CRM', columns: customerDraft.columns, mapping: customerDraft.mapping, changedAt: '2026-11-01T02:00:00Z' },
]

export const intake = [
  http.get(`${BRAND}/catalogue/products`, ({ params, request }) => HttpResponse.json(pageOf(params.brand === 'demo' ? products : [], request))),
  http.get(`${BRAND}/catalogue/stores`, ({ params, request }) => HttpResponse.json(pageOf(params.brand === 'demo' ? stores : [], request))),
  http.get(`${BRAND}/catalogue/staff`, ({ params, request }) => HttpResponse.json(pageOf(params.brand === 'demo' ? staff : [], request))),
  http.get(`${BRAND}/import-templates`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? templates : [])),
  http.delete(`${BRAND}/import-templates/:id`, ({ params }) => {
    templates.splice(templates.findIndex(({ id }) => String(id) === params.id), 1)
    return new HttpResponse(null, { status: 204 })
  }),
  http.get(`${BRAND}/sources`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? sources : [])),
  http.post(`${BRAND}/sources`, async ({ request }) => {
    const { name, side } = (await request.json()) as NewSource
    const source: Source = { id: sources.length + 1, name, kind: 'http', createdAt: '2026-11-20T02:00:00Z', lastEventAt: null, events: 0, eventsPerSecond: null, side: side ?? 'server', revoked: false, platform: null, pushPath: null }
    sources.unshift(source)
    return HttpResponse.json({ source, writeKey: 'wk_live_5b0c7e9a41d2463f9a8e' })
  }),
  http.get(`${BRAND}/connectors/platforms`, () => HttpResponse.json(platforms)),
  http.get(`${BRAND}/connectors/:id`, () => HttpResponse.json({ awaited: 3 })),
  http.put(`${BRAND}/connectors/:id/secret`, () => new HttpResponse(null, { status: 204 })),
  http.post(`${BRAND}/connectors/:id/files`, () => HttpResponse.json({ id: 1, filename: 'orders.jsonl', bytes: 1_024, jobId: null, counts: null, createdAt: '2026-11-20T02:00:00Z', finishedAt: null })),
  http.post(`${BRAND}/connectors`, async ({ request }) => {
    const { name, platform } = (await request.json()) as { name: string; platform: string }
    const source: Source = { id: sources.length + 1, name, kind: 'connector', createdAt: '2026-11-20T02:00:00Z', lastEventAt: null, events: 0, eventsPerSecond: null, side: 'server', revoked: false, platform, pushPath: `/v1/connect/${platform}/8fKq2mVb7XcTnW5dRs0L` }
    sources.unshift(source)
    return HttpResponse.json(source)
  }),
  http.patch(`${BRAND}/sources/:id`, async ({ params, request }) => {
    const source = sources.find(({ id }) => String(id) === params.id)
    return source ? HttpResponse.json(Object.assign(source, await request.json())) : problem(404, 'not-found')
  }),
  http.delete(`${BRAND}/sources/:id`, ({ params }) => {
    const source = sources.find(({ id }) => String(id) === params.id)
    if (source) source.revoked = true
    return new HttpResponse(null, { status: 204 })
  }),
  http.get(`${BRAND}/imports`, ({ params, request }) => HttpResponse.json(pageOf(params.brand === 'demo' ? imports : [], request))),
  http.post(`${BRAND}/imports`, ({ request }) => {
    const filename = new URL(request.url).searchParams.get('filename') ?? 'orders.csv'
    const file = { ...draftImport, id: imports.length + 1, filename }
    imports.unshift(file)
    return HttpResponse.json(file)
  }),
  http.get(`${BRAND}/imports/:id`, ({ params }) => {
    const file = find(params.id)
    return file ? HttpResponse.json(file) : problem(404, 'not-found')
  }),
  http.post(`${BRAND}/imports/:id/start`, async ({ params, request }) => {
    const file = find(params.id)
    if (!file) return problem(404, 'not-found')
    const { mapping, source } = (await request.json()) as StartImport
    Object.assign(file, { mapping, source })
    run(file)
    return HttpResponse.json(file)
  }),
  http.post(`${BRAND}/imports/:id/check`, ({ params }) => {
    const file = find(params.id)
    return file ? HttpResponse.json(Object.assign(file, { dryResult: customerDraft.dryResult })) : problem(404, 'not-found')
  }),
  http.post(`${BRAND}/imports/:id/undo`, ({ params }) => {
    const file = find(params.id)
    return file ? HttpResponse.json(Object.assign(file, { state: 'undone', undoable: false })) : problem(404, 'not-found')
  }),
  http.put(`${BRAND}/imports/:id/sheet`, ({ params, request }) => {
    const file = find(params.id)
    const sheet = new URL(request.url).searchParams.get('sheet')
    return file ? HttpResponse.json(Object.assign(file, { sheet })) : problem(404, 'not-found')
  }),
  http.post(`${BRAND}/imports/:id/cancel`, ({ params }) => {
    const file = find(params.id)
    if (!file) return problem(404, 'not-found')
    const job = jobs.find(({ id }) => id === file.jobId)
    if (job) job.state = 'cancelled'
    return HttpResponse.json(Object.assign(file, { state: 'cancelled' }))
  }),
  http.get(`${BRAND}/imports/:id/errors`, ({ request }) => HttpResponse.json(pageOf(errors, request))),
]
