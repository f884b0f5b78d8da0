import type { EntryLine, EntryView, OpeningsReconciled, PointsHeld, PointsMonth, Reconciled, StatementLine, TrialBalance } from '@/client'
import { customers } from './customers'

export const pointsHeld: PointsHeld = { available: 1_280, pending: 120, frozen: 300, debt: 0 }

const line = (entry: number, kind: string, why: string, changes: Partial<StatementLine>): StatementLine => ({
  entry,
  at: `2026-11-${String(entry).padStart(2, '0')}T03:00:00Z`,
  bookedAt: `2026-11-${String(entry).padStart(2, '0')}T03:00:02Z`,
  kind,
  points: Math.abs(changes.available ?? changes.pending ?? 0),
  available: 0,
  pending: 0,
  frozen: 0,
  debt: 0,
  reason: 'order',
  values: {},
  why,
  others: [],
  ...changes,
})

export const pointsEntries: StatementLine[] = [
  line(20, 'earn', '订单 T-1020：120 = 60.00 × 2 银卡', { pending: 120 }),
  line(19, 'spend', '积分商城：保温杯（共 100 分，其中 40 分来自共享账户的其他成员）', { available: -60, others: [{ customer: customers[2].customerNo, name: '张*', points: 40 }] }),
  line(18, 'freeze', '积分商城', { available: -300, frozen: 300 }),
  line(15, 'take-back', '订单 T-1001 退款', { available: -20, debt: 15 }),
  line(12, 'expire', '过期', { available: -45 }),
  line(9, 'open', '期初积分', { available: 1_645, bookedAt: '2026-11-11T03:00:00Z' }),
  ...Array.from({ length: 18 }, (_, day) => line(8 - (day % 8), 'earn', '签到', { available: 1, entry: -day })),
]

const month = (name: string, part: Partial<PointsMonth>): PointsMonth => ({
  month: `${name}-01`,
  issued: 42_000,
  opened: 0,
  spent: 21_000,
  expired: 1_500,
  adjusted: 0,
  forgiven: 0,
  liability: 380_000,
  redemption: 0.93,
  breakage: 0.07,
  ...part,
})

export const pointsMonths: PointsMonth[] = [
  month('2026-09', { opened: 320_000, spent: 0, expired: 0, redemption: null, breakage: null, liability: 362_000 }),
  month('2026-10', { adjusted: 500, liability: 381_000 }),
  month('2026-11', { forgiven: 120, liability: 400_380, redemption: 0.915, breakage: 0.085 }),
]

export const trialBalance: TrialBalance = {
  accounts: { available: 390_000, pending: 9_000, frozen: 1_500, debt: -120, issued: -126_000, opened: -320_000, expired: 3_000, mall: 40_000, order: 2_000, game: 240, adjusted: 500, forgiven: -120 },
  sum: 0,
}

export const reconciled: Reconciled = { entries: 48_210, differences: [] }

export const openings: OpeningsReconciled = { members: 812, imported: 320_000, booked: 320_000, differences: [], doubted: [] }

const booking = (entry: number, kind: string, key: string | null, why: string, accounts: Record<string, number>): EntryLine => ({
  entry,
  key,
  kind,
  customer: customers[0].customerNo,
  name: '王*',
  asked: Math.max(...Object.values(accounts).map(Math.abs)),
  points: Math.max(...Object.values(accounts).map(Math.abs)),
  at: '2026-11-11T03:00:00Z',
  bookedAt: '2026-11-11T03:00:02Z',
  why,
  accounts,
})

export const bookings: EntryLine[] = [
  booking(912, 'take-back', 'refund:R-7:earn:T-1020:base', '订单 T-1020 退款', { available: -20, issued: 20 }),
  booking(911, 'spend', 'mall/31', '积分商城：保温杯', { available: -60, mall: 60 }),
  booking(910, 'earn', 'earn:T-1020:base', '订单 T-1020：120 = 60.00 × 2 银卡', { available: 120, issued: -120 }),
]

const lot = { lot: 910, customer: customers[0].customerNo, name: '王*', points: 120, remaining: 40, expired: 0, pending: false, availableAt: null, expiresAt: '2027-11-30T00:00:00Z' }

export const bookingViews = bookings.map((line): EntryView => ({
  line,
  reason: line.kind === 'spend' ? 'mall' : 'order',
  values: line.kind === 'earn' ? { rule: '消费积分', order_id: 'T-1020' } : {},
  postings: Object.entries(line.accounts).map(([account, amount], at) => ({
    number: at + 1,
    account,
    customer: account === 'available' ? line.customer : null,
    name: account === 'available' ? line.name : null,
    lot: account === 'issued' ? null : 910,
    amount,
  })),
  sum: 0,
  lots: [{ ...lot, opened: line.kind === 'earn' }],
  refersTo: line.kind === 'take-back' ? bookings[2] : null,
  referred: line.kind === 'earn' ? [bookings[0]] : [],
}))
