import type { Broadcast, BroadcastResult, RecipientRow, Template } from '@/client'
import { customers } from './customers'

export const templates: Template[] = [
  { id: '1', name: '秋季问候', channel: 'wecom', subject: null, body: '{{ customer.name | default: "您" }}，好久不见！\n我是{{ store.name }}的{{ guide.name }}。您上次挑的烛台今年出了新色，给您留了一份：{{ link }}', linkUrl: 'https://shop.example.com/autumn', updatedAt: '2026-11-18T03:00:00Z' },
  { id: '2', name: '新品邮件', channel: 'email', subject: '给您留的新色', body: '{{ customer.name | default: "您" }}，您好：\n\n今年的新色到了，点这里看看：{{ link }}', linkUrl: 'https://shop.example.com/new', updatedAt: '2026-11-12T03:00:00Z' },
]

const plan = {
  segment: 5_942,
  holdout: 594,
  recipients: 3_208,
  suppressed: [
    { reason: 'not-reachable', count: 1_436 },
    { reason: 'no-consent', count: 512 },
    { reason: 'frequency-cap', count: 192 },
  ],
  calls: 42,
  cost: null,
  guides: 42,
  warnings: [] as string[],
}

const base: Broadcast = {
  id: '1', name: '沉睡老客 秋季问候', segmentId: 'g1', segmentName: '沉睡 90 天的老客', templateId: '1', templateName: '秋季问候', channel: 'wecom', purpose: 'marketing',
  holdoutPercent: 10, windowDays: 14, priority: 5, state: 'done', plan, aboveLimit: [], approval: null,
  progress: { recipients: 3_208, pending: 0, sent: 12, delivered: 3_104, failed: 71, unknown: 3, cancelled: 0, awaitingGuide: 18, clicked: 604, forecast: { handedOver: '2026-11-01T04:10:00Z', finished: null, unknown: 'guides', guides: 4, perMinute: null, resumes: null, why: null } },
  problem: null, jobId: null, createdAt: '2026-11-01T02:00:00Z', startedAt: '2026-11-01T03:00:00Z', finishedAt: '2026-11-01T04:10:00Z', createdBy: '周舟',
}

export const broadcasts: Broadcast[] = [
  { ...base, id: '3', name: '双十二预热', state: 'planned', plan: { ...plan, warnings: ['3 位导购今天休假，他们的 214 位好友会晚一天收到。'] }, progress: null, startedAt: null, finishedAt: null, createdAt: '2026-11-20T01:00:00Z' },
  { ...base, id: '2', name: '新品试用邀请', state: 'sending', progress: { recipients: 5_300, pending: 3_850, sent: 180, delivered: 1_204, failed: 9, unknown: 1, cancelled: 0, awaitingGuide: 56, clicked: 88, forecast: { handedOver: '2026-11-20T03:20:00Z', finished: null, unknown: 'guides', guides: 9, perMinute: 38.5, resumes: null, why: null } }, createdAt: '2026-11-19T01:00:00Z' },
  base,
  { ...base, id: '4', name: '新年短信', channel: 'sms', state: 'awaiting', plan: { ...plan, recipients: 24_000, guides: 0, calls: 240, cost: { charged: 'segment', units: 48_000, price: 4.5, total: 216_000 } }, aboveLimit: ['recipients'], approval: { round: 2, askedBy: 'zhou', askedAt: '2026-11-20T01:30:00Z', mayDecide: true, decidedBy: null, decidedAt: null, reason: null }, progress: null, startedAt: null, finishedAt: null, createdAt: '2026-11-20T01:20:00Z' },
]

export const result: BroadcastResult = {
  windowDays: 14, from: '2026-11-01T03:00:00Z', to: '2026-11-15T03:00:00Z', dataAt: '2026-11-20T01:58:00Z', complete: true,
  sent: 3_190, delivered: 3_104, clicked: 604,
  treated: { customers: 3_208, buyers: 412, orders: 488, sales: 15_820_044 },
  holdout: { customers: 594, buyers: 52, orders: 63, sales: 2_398_120 },
  attributed: { orders: 301, sales: 10_214_400, rule: { zh: '点击后 7 天内的最后一次触点得全部功劳。', en: 'The last touch within 7 days of a click takes all the credit.' } },
  effects: [
    { metric: 'buyers', treatedMean: 0.1284, holdoutMean: 0.0875, difference: 0.0409, low: 0.0151, high: 0.0667, total: 131, totalLow: 48, totalHigh: 214, shown: true, method: 'difference' },
    { metric: 'orders', treatedMean: 0.1521, holdoutMean: 0.1061, difference: 0.046, low: 0.0084, high: 0.0836, total: 148, totalLow: 27, totalHigh: 268, shown: true, method: 'cuped' },
    { metric: 'sales', treatedMean: 4_931, holdoutMean: 4_037, difference: 894, low: -310, high: 2_098, total: 2_867_952, totalLow: -994_480, totalHigh: 6_730_384, shown: false, method: 'cuped' },
  ],
}

const STATES = ['delivered', 'clicked', 'delivered', 'sent', 'delivered', 'suppressed', 'holdout', 'failed']

export const recipients: RecipientRow[] = customers.slice(0, 160).map(({ customerNo, name }, index) => {
  const state = STATES[index % STATES.length]
  const went = state === 'delivered' || state === 'clicked'
  return {
    customerNo, name, state,
    reason: state === 'suppressed' ? 'no-consent' : state === 'failed' ? 'refused-for-now' : null,
    guide: ['沈月', '顾北', '许棠'][index % 3],
    sentAt: went ? '2026-11-01T03:04:00Z' : null,
    deliveredAt: went ? '2026-11-01T03:05:00Z' : null,
    clickedAt: state === 'clicked' ? '2026-11-01T05:12:00Z' : null,
  }
})
