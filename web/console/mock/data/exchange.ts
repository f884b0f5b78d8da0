import type { DeadLetter, Export, Inlet, Outlet, Webhook } from '@/client'

export const webhooks: Webhook[] = [
  { id: 1, name: 'CRM', url: 'https://crm.example.com/hooks/waterwheel', events: ['Order Completed', 'Order Refunded'], personalData: false, state: 'active', behind: 0, delivered: 48_213, lastDeliveredAt: '2026-11-20T01:58:12Z', attempts: 0, failingSince: null, nextTryAt: null, failure: null, failureStatus: null, deadLetters: 2, createdAt: '2026-10-01T02:00:00Z' },
  { id: 2, name: '客服系统', url: 'https://desk.example.com/in', events: [], personalData: true, state: 'active', behind: 1_284, delivered: 9_120, lastDeliveredAt: '2026-11-20T00:41:00Z', attempts: 7, failingSince: '2026-11-20T00:41:30Z', nextTryAt: '2026-11-20T02:12:00Z', failure: 'answer', failureStatus: 503, deadLetters: 0, createdAt: '2026-10-12T02:00:00Z' },
  { id: 3, name: '旧商城', url: 'https://old.example.com/hook', events: ['Identified'], personalData: false, state: 'disabled', behind: 88_000, delivered: 310, lastDeliveredAt: '2026-11-01T02:00:00Z', attempts: 1, failingSince: '2026-11-01T02:05:00Z', nextTryAt: null, failure: 'gone', failureStatus: 410, deadLetters: 0, createdAt: '2026-09-01T02:00:00Z' },
]

export const letters: DeadLetter[] = [
  { id: 11, position: 1_204_511, event: 'Order Completed', attempts: 3, failure: 'rejected', status: 422, putAt: '2026-11-19T06:00:00Z', lastTryAt: '2026-11-19T06:00:00Z', replay: false },
  { id: 10, position: 1_200_002, event: 'Order Refunded', attempts: 104, failure: 'timeout', status: null, putAt: '2026-11-18T06:00:00Z', lastTryAt: '2026-11-18T06:00:00Z', replay: false },
]

const connection = { servers: 'kafka-1:9092,kafka-2:9092', tls: true, mechanism: 'scram-sha-512' as const, username: 'waterwheel', authority: null }

export const inlets: Inlet[] = [
  { id: 1, sourceId: 9, source: 'ERP', connection, topic: 'erp.orders', group: 'waterwheel-demo-erp.orders', state: 'active', records: 1_812_004, refused: 12, lag: 0, lastRecordAt: '2026-11-20T01:59:58Z', checkedAt: '2026-11-20T02:00:00Z', failingSince: null, failure: null, createdAt: '2026-10-01T02:00:00Z' },
  { id: 2, sourceId: 10, source: '门店 POS', connection: { ...connection, servers: 'pos-kafka:9092' }, topic: 'pos.events', group: 'waterwheel-demo-pos.events', state: 'active', records: 0, refused: 0, lag: null, lastRecordAt: null, checkedAt: null, failingSince: '2026-11-20T01:00:00Z', failure: 'access-refused', createdAt: '2026-11-20T01:00:00Z' },
]

export const outlets: Outlet[] = [
  { id: 1, name: '数据湖', connection, topic: 'waterwheel.events', events: [], personalData: false, state: 'active', behind: 214, sent: 5_204_118, lastSentAt: '2026-11-20T01:59:59Z', attempts: 0, failingSince: null, nextTryAt: null, failure: null, createdAt: '2026-10-01T02:00:00Z' },
]

export const made: Export[] = [
  { id: 2, kind: 'orders', since: '2026-09-30T16:00:00Z', until: '2026-10-31T16:00:00Z', personalData: false, state: 'done', job: null, files: [{ name: 'orders-00001.parquet', rows: 48_220, bytes: 2_118_204 }, { name: 'order_lines-00001.parquet', rows: 131_804, bytes: 4_804_118 }], rows: 48_220, createdBy: 'lin', createdAt: '2026-11-19T02:00:00Z', finishedAt: '2026-11-19T02:00:20Z', expiresAt: '2026-11-26T02:00:20Z' },
  { id: 1, kind: 'customers', since: null, until: null, personalData: true, state: 'expired', job: null, files: [], rows: 20_000, createdBy: 'admin', createdAt: '2026-11-01T02:00:00Z', finishedAt: '2026-11-01T02:00:09Z', expiresAt: '2026-11-08T02:00:09Z' },
]
