import { http, HttpResponse } from 'msw'
import type { Export, Inlet, InletSettingsWritable, Job, NewExport, Outlet, OutletSettingsWritable, Webhook, WebhookSettings } from '@/client'
import { inlets, letters, made as allMade, outlets, webhooks } from '../data/exchange'
import { jobs } from './access'
import { BRAND, pageOf, problem } from './answers'

const NOW = '2026-11-20T02:00:00Z'
const HEALTHY = { attempts: 0, failingSince: null, nextTryAt: null, failure: null }

function run(made: Export): Job {
  const job: Job = { id: `export-${made.id}`, kind: 'export', title: { zh: '导出', en: 'Export' }, state: 'running', done: 0, total: 500_000, unit: 'rows', message: null, secondsLeft: 4, startedAt: NOW, finishedAt: null, link: '/b/demo/settings/exchange?tab=exports' }
  jobs.push(job)
  const timer = setInterval(() => {
    job.done = Math.min(500_000, job.done + 125_000)
    if (job.done < 500_000) return
    clearInterval(timer)
    job.state = 'done'
    Object.assign(made, { state: 'done', rows: 500_000, files: [{ name: `${made.kind}-00001.parquet`, rows: 500_000, bytes: 31_204_118 }], finishedAt: NOW, expiresAt: '2026-11-27T02:00:00Z' })
  }, 1_000)
  return job
}

/** A connection as answers tell it: without its password. */
const shown = ({ servers, tls, mechanism, username, authority }: InletSettingsWritable['connection']): Inlet['connection'] => ({ servers, tls, mechanism, username: username ?? null, authority: authority ?? null })

const of = <T>(list: T[], brand: unknown) => HttpResponse.json(brand === 'demo' ? list : [])

/** Change, pause, resume and delete: alike for all three. */
function flows<T extends { id: number; state: string }>(name: string, list: T[], resumed: Partial<T>) {
  const change = (id: unknown, with_: Partial<T>) => {
    const one = list.find((each) => String(each.id) === id)
    return one ? HttpResponse.json(Object.assign(one, with_)) : problem(404, 'not-found')
  }
  return [
    http.get(`${BRAND}/${name}`, ({ params }) => of(list, params.brand)),
    http.put(`${BRAND}/${name}/:id`, async ({ params, request }) => change(params.id, (await request.json()) as Partial<T>)),
    http.post(`${BRAND}/${name}/:id/pause`, ({ params }) => change(params.id, { state: 'paused' } as Partial<T>)),
    http.post(`${BRAND}/${name}/:id/resume`, ({ params }) => change(params.id, { state: 'active', ...resumed } as Partial<T>)),
    http.delete(`${BRAND}/${name}/:id`, ({ params }) => {
      list.splice(list.findIndex((each) => String(each.id) === params.id), 1)
      return new HttpResponse(null, { status: 204 })
    }),
  ]
}

export const exchange = [
  ...flows<Webhook>('webhooks', webhooks, { ...HEALTHY, failureStatus: null }),
  ...flows<Inlet>('inlets', inlets, { failingSince: null, failure: null }),
  ...flows<Outlet>('outlets', outlets, HEALTHY),
  http.post(`${BRAND}/webhooks`, async ({ request }) => {
    const { name, url, events, personalData } = (await request.json()) as WebhookSettings
    const webhook: Webhook = { ...HEALTHY, id: webhooks.length + 1, name, url, events, personalData: personalData ?? false, state: 'active', behind: 0, delivered: 0, lastDeliveredAt: null, failureStatus: null, deadLetters: 0, createdAt: NOW }
    webhooks.push(webhook)
    return HttpResponse.json({ webhook, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' })
  }),
  http.post(`${BRAND}/webhooks/:id/secret`, ({ params }) =>
    HttpResponse.json({ webhook: webhooks.find(({ id }) => String(id) === params.id), secret: 'whsec_C2FVsBQIhrscChlQIMV5b5sSYspob7oD' }),
  ),
  http.post(`${BRAND}/webhooks/:id/test`, ({ params }) =>
    HttpResponse.json(params.id === '1' ? { delivered: true, failure: null, status: 204 } : { delivered: false, failure: 'answer', status: 503 }),
  ),
  http.post(`${BRAND}/webhooks/:id/skip`, ({ params }) => HttpResponse.json(Object.assign(webhooks.find(({ id }) => String(id) === params.id) ?? {}, HEALTHY))),
  http.get(`${BRAND}/webhooks/:id/dead-letters`, ({ params, request }) => HttpResponse.json(pageOf(params.id === '1' ? letters : [], request))),
  http.post(`${BRAND}/webhooks/:id/dead-letters/:action`, async ({ params, request }) => {
    const { ids } = (await request.json()) as { ids: number[] | null }
    const chosen = letters.filter(({ id }) => !ids || ids.includes(id))
    if (params.action === 'replay') chosen.forEach((letter) => (letter.replay = true))
    else chosen.forEach((letter) => letters.splice(letters.indexOf(letter), 1))
    return HttpResponse.json({ count: chosen.length })
  }),
  http.post(`${BRAND}/inlets`, async ({ request }) => {
    const { source, connection, topic, group } = (await request.json()) as InletSettingsWritable
    const inlet: Inlet = { id: inlets.length + 1, sourceId: 20 + inlets.length, source, connection: shown(connection), topic, group: group ?? `waterwheel-demo-${topic}`, state: 'active', records: 0, refused: 0, lag: null, lastRecordAt: null, checkedAt: null, failingSince: null, failure: null, createdAt: NOW }
    inlets.push(inlet)
    return HttpResponse.json(inlet)
  }),
  http.post(`${BRAND}/outlets`, async ({ request }) => {
    const { name, connection, topic, events, personalData } = (await request.json()) as OutletSettingsWritable
    const outlet: Outlet = { ...HEALTHY, id: outlets.length + 1, name, connection: shown(connection), topic, events, personalData: personalData ?? false, state: 'active', behind: 0, sent: 0, lastSentAt: null, createdAt: NOW }
    outlets.push(outlet)
    return HttpResponse.json(outlet)
  }),
  http.get(`${BRAND}/exports`, ({ params, request }) => HttpResponse.json(pageOf(params.brand === 'demo' ? allMade : [], request))),
  http.post(`${BRAND}/exports`, async ({ request }) => {
    const { kind, since, until, personalData } = (await request.json()) as NewExport
    const made: Export = { id: allMade.length + 1, kind, since: since ?? null, until: until ?? null, personalData: personalData ?? false, state: 'started', job: null, files: [], rows: 0, createdBy: 'lin', createdAt: NOW, finishedAt: null, expiresAt: null }
    made.job = run(made)
    allMade.unshift(made)
    return HttpResponse.json(made)
  }),
]
