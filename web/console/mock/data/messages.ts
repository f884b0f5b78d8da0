import type { CustomerMessage, MessageFigures } from '@/client'

const sent = { waitsUntil: null, sentAt: null, deliveredAt: null, clickedAt: null } as const

export const customerMessages: CustomerMessage[] = [
  {
    ...sent,
    kind: 'message',
    id: 'journey/12/31',
    name: '生日问候',
    channel: 'wecom',
    purpose: 'marketing',
    at: '2026-11-20T14:30:00Z',
    state: 'pending',
    reason: 'quiet-hours',
    words: '免打扰时段，结束后自动发送',
    waitsUntil: '2026-11-21T01:00:00Z',
  },
  {
    ...sent,
    kind: 'message',
    id: 'journey/9/30',
    name: '新品上架',
    channel: 'email',
    purpose: 'marketing',
    at: '2026-11-12T02:00:00Z',
    state: 'suppressed',
    reason: 'no-consent',
    words: '没有同意接收，或已撤回同意',
  },
  {
    ...sent,
    kind: 'broadcast',
    id: '1',
    name: '沉睡老客 秋季问候',
    channel: 'wecom',
    purpose: 'marketing',
    at: '2026-10-08T02:00:00Z',
    state: 'delivered',
    reason: null,
    words: null,
    sentAt: '2026-10-08T02:10:00Z',
    deliveredAt: '2026-10-08T03:05:00Z',
    clickedAt: '2026-10-08T03:20:00Z',
  },
]

export const messageFigures: MessageFigures = {
  outcomes: [
    { asker: 'journey', state: 'delivered', reason: null, count: 1280 },
    { asker: 'journey', state: 'suppressed', reason: 'frequency-cap', count: 214 },
  ],
  lines: [
    { channel: 'wecom', waiting: 12, due: 0, oldest: null, problem: null, since: null, retryAt: null },
    {
      channel: 'email',
      waiting: 35,
      due: 35,
      oldest: '2026-11-20T02:00:00Z',
      problem: {
        type: '/problems/email-unreachable',
        title: 'email unreachable',
        status: 503,
        detail: '邮件服务器 smtp.example.com 无法连接：连接被拒绝。未发送的邮件保留，稍后自动重试。',
        code: 'email-unreachable',
        traceId: '',
        params: {},
        errors: [],
      },
      since: '2026-11-20T02:00:00Z',
      retryAt: '2026-11-20T02:01:00Z',
    },
  ],
}
