import { http, HttpResponse } from 'msw'
import type { Alert, AlertSettings } from '@/client'
import { BRAND } from './answers'

const alerts: Alert[] = [
  { id: '2', kind: 'sends', reason: { zh: '消息到点没有发出：邮件服务器 smtp.example.com 无法连接', en: 'messages are due and have not left: mail server smtp.example.com cannot be reached' }, since: '2026-11-20T01:00:00Z', raisedAt: '2026-11-20T01:15:00Z', clearedAt: null, waiting: 1_240, path: '/journeys/health', whole: false },
  { id: '1', kind: 'runs', reason: { zh: '旅程“复购提醒”里到点的人还没有往下走', en: 'people in the journey “复购提醒” should have gone on' }, since: '2026-11-18T01:00:00Z', raisedAt: '2026-11-18T01:16:00Z', clearedAt: '2026-11-18T01:40:00Z', waiting: 310, path: '/journeys/health', whole: false },
]

let settings: AlertSettings = { minutes: 15, mail: ['zhou@example.com'] }

export const alert = [
  http.get(`${BRAND}/alerts`, ({ params }) => HttpResponse.json(params.brand === 'demo' ? alerts : [])),
  http.get(`${BRAND}/alerts/settings`, () => HttpResponse.json(settings)),
  http.put(`${BRAND}/alerts/settings`, async ({ request }) => {
    settings = (await request.json()) as AlertSettings
    return HttpResponse.json(settings)
  }),
]
