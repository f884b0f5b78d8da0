import { http, HttpResponse } from 'msw'
import type { QuarantinedEvent, QuarantineGroup } from '@/client'
import { catalogue, productViewed, standardEvents } from '../data/catalogue'
import { quarantined } from '../data/quarantine'
import { BRAND, pageOf, problem } from './answers'

type Kept = (typeof quarantined)[number]

const shown = (kept: Kept): QuarantinedEvent => {
  const event: Partial<Kept> = { ...kept }
  delete event.body
  return event as QuarantinedEvent
}
const find = (id: unknown) => quarantined.find((one) => String(one.id) === id)
const close = (kept: Kept, state: QuarantinedEvent['state']) => Object.assign(kept, { state, closedAt: '2026-11-20T02:20:00Z', closedBy: 'operator' })

function groups(): QuarantineGroup[] {
  const found = new Map<string, QuarantineGroup>()
  for (const one of quarantined.filter(({ state }) => state === 'open')) {
    const key = `${one.sourceId} ${one.reason}`
    const group = found.get(key) ?? { sourceId: one.sourceId, source: one.source, reason: one.reason, detail: one.detail, events: 0, times: 0, firstAt: one.firstAt, lastAt: one.lastAt }
    found.set(key, { ...group, events: group.events + 1, times: group.times + one.times })
  }
  return [...found.values()]
}

const open = ({ source, reason }: { source?: number | null; reason?: string | null }) =>
  quarantined.filter((one) => one.state === 'open' && (source == null || one.sourceId === source) && (reason == null || one.reason === reason))

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

export const quality = [
  http.get(`${BRAND}/quarantine/groups`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? groups() : [])),
  http.get(`${BRAND}/quarantine`, ({ params, request }) => {
    const query = new URL(request.url).searchParams
    const items = quarantined.filter(
      (one) =>
        one.state === (query.get('state') ?? 'open') &&
        (!query.get('source') || String(one.sourceId) === query.get('source')) &&
        (!query.get('reason') || one.reason === query.get('reason')),
    )
    return HttpResponse.json(pageOf(params.brand === 'demo' ? items.map(shown) : [], request))
  }),
  http.get(`${BRAND}/quarantine/:id`, ({ params, request }) => {
    const kept = find(params.id)
    if (!kept) return problem(404, 'not-found')
    const personal = new URL(request.url).searchParams.get('personal') === 'true'
    const text = kept.state === 'open' ? kept.body : null
    const masked = text && isJson(text) ? text.replaceAll('13812345678', '138****5678') : null
    return HttpResponse.json({ event: shown(kept), body: personal ? text : masked, envelope: null, personal })
  }),
  http.post(`${BRAND}/quarantine/:id/replay`, async ({ params, request }) => {
    const kept = find(params.id)
    if (!kept) return problem(404, 'not-found')
    const { body } = (await request.json()) as { body?: string | null }
    if (body) Object.assign(kept, { body, corrected: true })
    const bad = kept.body.includes(':-') || kept.body.includes(': -') || !isJson(kept.body) || !/userId|anonymousId/.test(kept.body)
    return HttpResponse.json({ outcome: bad ? 'refused' : 'replayed', event: shown(bad ? kept : close(kept, 'replayed')), left: 0 })
  }),
  http.post(`${BRAND}/quarantine/:id/discard`, ({ params }) => {
    const kept = find(params.id)
    return kept ? HttpResponse.json(shown(close(kept, 'discarded'))) : problem(404, 'not-found')
  }),
  http.post(`${BRAND}/quarantine/replay`, () => HttpResponse.json({ jobId: 'job-replay' })),
  http.post(`${BRAND}/quarantine/discard`, async ({ request }) => {
    const meant = open((await request.json()) as { source?: number | null; reason?: string | null })
    meant.forEach((one) => close(one, 'discarded'))
    return HttpResponse.json({ events: meant.length })
  }),
  http.get(`${BRAND}/event-catalogue`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? catalogue : [])),
  http.get(`${BRAND}/event-catalogue/standard`, () => HttpResponse.json(standardEvents)),
  http.get(`${BRAND}/event-catalogue/event`, ({ request }) => {
    const entry = catalogue.find(({ name }) => name === new URL(request.url).searchParams.get('name'))
    return entry ? HttpResponse.json({ ...productViewed, entry }) : problem(404, 'not-found')
  }),
]
