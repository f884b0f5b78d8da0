import type { CustomerList, MemberDownload } from '@/client'
import { segments } from '../handlers/segment'

export const lists: CustomerList[] = [
  {
    id: '3',
    name: '秋季展会来宾',
    origin: 'upload',
    state: 'ready',
    size: 1_742,
    snapshot: null,
    upload: {
      filename: '展会登记-2026-11.xlsx',
      kind: 'phone',
      result: { rows: 2_310, valid: 2_268, matched: 1_790, customers: 1_742, unmatched: [{ reason: 'unknown', rows: 474 }, { reason: 'unreadable', rows: 37 }, { reason: 'shared', rows: 4 }, { reason: 'blank', rows: 5 }] },
      unmatchedUntil: '2026-11-26T02:00:00Z',
    },
    job: null,
    createdBy: 'lin',
    createdAt: '2026-11-19T02:00:00Z',
    readyAt: '2026-11-19T02:00:04Z',
  },
  {
    id: '2',
    name: '双十一前沉睡老客',
    origin: 'snapshot',
    state: 'ready',
    size: 1_201,
    snapshot: { segment: 'g1', name: segments[0].name, version: 2, definition: segments[0].definition, reading: segments[0].reading },
    upload: null,
    job: null,
    createdBy: 'lin',
    createdAt: '2026-11-10T09:30:00Z',
    readyAt: '2026-11-10T09:30:02Z',
  },
]

export const downloads: MemberDownload[] = [
  { id: '2', segment: null, list: '3', name: '秋季展会来宾', columns: ['memberNo', 'phone'], format: 'xlsx', plain: true, state: 'ready', job: null, rows: 1_742, bytes: 98_204, createdBy: 'lin', createdAt: '2026-11-19T03:00:00Z', expiresAt: '2026-11-22T03:00:03Z' },
  { id: '1', segment: 'g1', list: null, name: '沉睡 90 天的老客', columns: ['memberNo', 'city'], format: 'csv', plain: false, state: 'expired', job: null, rows: 1_190, bytes: 41_002, createdBy: 'wang', createdAt: '2026-11-12T03:00:00Z', expiresAt: '2026-11-15T03:00:01Z' },
]
