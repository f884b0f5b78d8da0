import type { GroupSend, GroupSendRow, HandTask, LateWork, Moment, MomentGuide } from '@/client'

const task: HandTask = {
  id: '1',
  kind: 'write',
  guide: 'g1',
  guideName: '导购1',
  customerNo: 12,
  name: '周琳',
  words: '周琳，您的茶到了',
  state: 'open',
  result: null,
  note: null,
  dueAt: '2026-11-22T08:00:00Z',
  createdAt: '2026-11-19T08:00:00Z',
  toldAt: '2026-11-19T08:00:05Z',
  untold: null,
  doneAt: null,
  doneBy: null,
}

export const handTasks: HandTask[] = [task, { ...task, id: '2', kind: 'post', customerNo: null, name: '老客群', words: '周三下午来喝茶' }]

export const groupSend: GroupSend = {
  id: '7',
  name: '周三茶会',
  words: '周三下午来喝茶',
  byHand: false,
  state: 'sending',
  groups: 3,
  waiting: 1,
  confirmed: 1,
  failed: 1,
  cancelled: 0,
  startAt: '2026-11-19T08:00:00Z',
  dueAt: '2026-11-22T08:00:00Z',
  createdAt: '2026-11-19T08:00:00Z',
  createdBy: 'lin',
  endedAt: null,
}

const row: GroupSendRow = {
  chatId: 'wrA',
  name: '老客群',
  owner: 'g1',
  ownerName: '导购1',
  customers: 12,
  state: 'created',
  reason: null,
  words: '等待群主确认',
  at: '2026-11-19T08:00:02Z',
}

export const groupSendRows: GroupSendRow[] = [
  row,
  { ...row, chatId: 'wrB', name: '新客群', state: 'confirmed', words: null },
  { ...row, chatId: 'wrC', name: '旧群', owner: 'g2', ownerName: '导购2', state: 'failed', reason: 'owner-left', words: '群主已离职，请先把群转给在职导购' },
]

export const moment: Moment = {
  id: '3',
  name: '春茶',
  words: '春茶上市',
  state: 'sending',
  why: null,
  tags: 0,
  guides: 2,
  waiting: 1,
  published: 1,
  failed: 0,
  cancelled: 0,
  people: 30,
  startAt: '2026-11-19T08:00:00Z',
  dueAt: '2026-11-22T08:00:00Z',
  createdAt: '2026-11-19T08:00:00Z',
  createdBy: 'lin',
  endedAt: null,
}

export const momentGuides: MomentGuide[] = [
  { guide: 'g1', name: '导购1', state: 'published', reason: null, words: null, at: '2026-11-19T09:00:00Z' },
  { guide: 'g2', name: '导购2', state: 'created', reason: null, words: '等待导购发表', at: '2026-11-19T08:00:02Z' },
]

export const lateWork: LateWork[] = [
  { kind: 'group-send', id: '7', name: '周三茶会', guide: 'g1', guideName: '导购1', count: 1, reason: 'guide', words: '等待导购处理', since: '2026-11-19T08:00:00Z' },
]
