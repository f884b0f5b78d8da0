import { http, HttpResponse } from 'msw'
import type { Broadcast, CallTask, NewBroadcast, NewCallResult, NewTemplate, Policy, PolicyChange, PreviewRequest, SmsSettings, SmsSettingsWritable, Template } from '@/client'
import { broadcasts, recipients, templates } from '../data/broadcasts'
import { customers } from '../data/customers'
import { customerMessages, messageFigures } from '../data/messages'
import { segments } from './segment'
import { BRAND, pageOf, problem } from './answers'

let sms: SmsSettings = { provider: 'http', url: 'https://sms.example.com', key: 'qingxi', signature: '清溪礼品', optOut: '拒收请回复R', price: 4.5, callback: 'https://w.example.com/callbacks/sms/demo' }

const calls: CallTask[] = [
  { id: '1', customerNo: 3, name: '王芳', words: '王芳的茶到了，问问口味。', state: 'open', result: null, note: null, dueAt: '2026-11-23T03:00:00Z', createdAt: '2026-11-20T03:00:00Z', doneAt: null, doneBy: null },
]

let policy: Policy = {
  capPerCustomer: 4,
  capDays: 30,
  quietFrom: '21:00',
  quietTo: '09:00',
  caps: [{ channel: 'email', purpose: null, most: 2, days: 7 }],
  controlPercent: 5,
  suppressionLists: [],
  approval: { recipients: 5_000, cost: null },
}

const NEXT: Record<string, Broadcast['state']> = { plan: 'planned', 'ask-approval': 'awaiting', approve: 'approved', refuse: 'refused', start: 'sending', pause: 'paused', resume: 'sending', cancel: 'cancelled' }

function rendered(text: string, customerNo: number): string {
  const one = customers.find((row) => row.customerNo === customerNo)
  return text
    .replace(/\{\{ customer\.name[^}]*\}\}/g, one?.name ?? '您')
    .replace(/\{\{ customer\.city \}\}/g, one?.city ?? '')
    .replace(/\{\{ guide\.name \}\}/g, '沈月')
    .replace(/\{\{ store\.name \}\}/g, '河畔店')
    .replace(/\{\{ link \}\}/g, 'https://w.example.com/k3Xa9')
}

const found = (id: unknown) => broadcasts.find((one) => one.id === id)

export const touch = [
  http.get(`${BRAND}/templates`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? templates : [])),
  http.post(`${BRAND}/templates`, async ({ request }) => {
    const created: Template = { subject: null, linkUrl: null, ...((await request.json()) as NewTemplate), id: String(templates.length + 1), updatedAt: '2026-11-20T02:00:00Z' }
    templates.push(created)
    return HttpResponse.json(created)
  }),
  http.post(`${BRAND}/templates/preview`, async ({ request }) => {
    const { template, customerNo } = (await request.json()) as PreviewRequest
    const problems = [...template.body.matchAll(/\{\{\s*(\w+\.\w+)/g)].map((match) => match[1]).filter((name) => !['customer.name', 'customer.city', 'guide.name', 'store.name'].includes(name))
    return HttpResponse.json({ subject: template.subject && rendered(template.subject, customerNo), text: rendered(template.body, customerNo), problems: problems.map((name) => `不认识的变量 ${name}`) })
  }),
  http.get(`${BRAND}/templates/:id`, ({ params }) => {
    const template = templates.find(({ id }) => id === params.id)
    return template ? HttpResponse.json(template) : problem(404, 'not-found')
  }),
  http.put(`${BRAND}/templates/:id`, async ({ params, request }) => {
    const template = templates.find(({ id }) => id === params.id)
    return template ? HttpResponse.json(Object.assign(template, await request.json())) : problem(404, 'not-found')
  }),
  http.delete(`${BRAND}/templates/:id`, () => new HttpResponse(null, { status: 204 })),
  http.get(`${BRAND}/broadcasts`, ({ params, request }) => HttpResponse.json(pageOf(params.brand === 'demo' ? broadcasts : [], request))),
  http.post(`${BRAND}/broadcasts`, async ({ request }) => {
    const body = (await request.json()) as NewBroadcast
    const template = templates.find(({ id }) => id === body.templateId) ?? templates[0]
    const created: Broadcast = { ...broadcasts[0], ...body, priority: body.priority ?? 5, id: String(broadcasts.length + 1), state: 'draft', plan: null, channel: template.channel, templateName: template.name, segmentName: segments.find(({ id }) => id === body.segmentId)?.name ?? '' }
    broadcasts.unshift(created)
    return HttpResponse.json(created)
  }),
  http.get(`${BRAND}/broadcasts/:id/recipients`, ({ request }) => {
    const state = new URL(request.url).searchParams.get('state')
    return HttpResponse.json(pageOf(recipients.filter((one) => !state || one.state === state), request))
  }),
  http.get(`${BRAND}/broadcasts/:id`, ({ params }) => {
    const one = found(params.id)
    if (!one) return problem(404, 'not-found')
    if (one.state === 'sending' && one.progress && one.progress.pending > 0) {
      const step = Math.min(40, one.progress.pending)
      one.progress = { ...one.progress, pending: one.progress.pending - step, delivered: one.progress.delivered + step }
    }
    return HttpResponse.json(one)
  }),
  http.delete(`${BRAND}/broadcasts/:id`, () => new HttpResponse(null, { status: 204 })),
  http.post(`${BRAND}/broadcasts/:id/:action`, ({ params }) => {
    const one = found(params.id)
    const state = NEXT[String(params.action)]
    if (!one || !state) return problem(409, 'broadcast-state')
    const plan = broadcasts.find((other) => other.plan)?.plan ?? null
    const progress = params.action === 'start' && plan ? { recipients: plan.recipients, pending: plan.recipients, sent: 0, delivered: 0, failed: 0, unknown: 0, cancelled: 0, awaitingGuide: 0, clicked: 0, forecast: null } : one.progress
    return HttpResponse.json(Object.assign(one, { state, plan: one.plan ?? plan, progress }))
  }),
  http.get(`${BRAND}/email/settings`, () =>
    HttpResponse.json({ host: 'smtp.example.com', port: 587, security: 'starttls', username: 'brand', fromAddress: 'hello@example.com', fromName: '清溪礼品' }),
  ),
  http.put(`${BRAND}/email/settings`, async ({ request }) => HttpResponse.json(await request.json())),
  http.get(`${BRAND}/sms/settings`, ({ params }) => (params.brand === 'demo' ? HttpResponse.json(sms) : problem(409, 'sms-not-configured'))),
  http.put(`${BRAND}/sms/settings`, async ({ request }) => {
    const told = (await request.json()) as SmsSettingsWritable
    sms = { ...sms, ...told }
    return HttpResponse.json({ ...sms, secret: undefined })
  }),
  http.get(`${BRAND}/call-tasks/open`, ({ request }) => HttpResponse.json(pageOf(calls, request))),
  http.post(`${BRAND}/call-tasks/:id/result`, async ({ params, request }) => {
    const task = calls.find(({ id }) => id === params.id)
    if (!task) return problem(404, 'not-found')
    calls.splice(calls.indexOf(task), 1)
    return HttpResponse.json({ ...task, ...((await request.json()) as NewCallResult), state: 'done', doneAt: '2026-11-20T03:00:00Z', doneBy: 'zhou' })
  }),
  http.get(`${BRAND}/webhook-channel/settings`, () => problem(409, 'webhook-not-configured')),
  http.put(`${BRAND}/webhook-channel/settings`, async ({ request }) => HttpResponse.json(await request.json())),
  http.get(`${BRAND}/wechat/:kind`, () => problem(409, 'wechat-not-configured')),
  http.put(`${BRAND}/wechat/:kind`, async ({ request }) => HttpResponse.json({ callback: null, ...((await request.json()) as object) })),
  http.get(`${BRAND}/sensitive-words`, () => HttpResponse.json({ words: ['最佳', '国家级', '第一'] })),
  http.put(`${BRAND}/sensitive-words`, async ({ request }) => HttpResponse.json(await request.json())),
  http.get(`${BRAND}/policy`, () => HttpResponse.json(policy)),
  http.put(`${BRAND}/policy`, async ({ request }) => {
    const { caps, controlPercent, suppressionLists, ...rest } = (await request.json()) as PolicyChange
    policy = {
      ...policy,
      ...rest,
      caps: caps ?? policy.caps,
      controlPercent: controlPercent ?? policy.controlPercent,
      suppressionLists: suppressionLists ?? policy.suppressionLists,
    }
    return HttpResponse.json(policy)
  }),
  http.put(`${BRAND}/policy/approval`, async ({ request }) => {
    policy = { ...policy, approval: (await request.json()) as Policy['approval'] }
    return HttpResponse.json(policy)
  }),
  http.get(`${BRAND}/policy/quotas`, () => HttpResponse.json({ wecom: { customerMonth: 28, senderDay: 0 } })),
  http.get(`${BRAND}/messages/figures`, () => HttpResponse.json(messageFigures)),
  http.get(`${BRAND}/customers/:no/messages`, ({ request }) => HttpResponse.json(pageOf(customerMessages, request))),
]
