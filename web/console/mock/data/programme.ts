import type { Programme, ProgrammeDefinition, ProgrammeInWords, ProgrammeVersion } from '@/client'

const NO_CAPS = { perOrder: null, perDay: null, perMonth: null, budget: null }

export const definition: ProgrammeDefinition = {
  earn: [
    { id: 'base', name: '消费得分', grant: { type: 'perAmount', points: 1, amount: 1 }, when: [], segment: null, group: null, from: null, until: null, caps: NO_CAPS },
    { id: 'silver', name: '银卡双倍', grant: { type: 'multiply', factor: 2 }, when: [{ type: 'tier', tiers: ['silver'] }], segment: null, group: null, from: null, until: null, caps: NO_CAPS },
  ],
  stacking: 'best',
  rounding: 'down',
  caps: { ...NO_CAPS, perDay: 5_000 },
  points: { pendingDays: 15, expiry: { type: 'afterMonths', months: 12 }, debt: 'othersThenDebt', beforeJoining: 0 },
  tiers: {
    basis: 'spend',
    period: { type: 'rolling', months: 12 },
    downgrade: 'oneStep',
    graceDays: 7,
    onRefund: 'atReview',
    tiers: [
      { id: 'member', name: '会员', threshold: 0, benefits: [] },
      { id: 'silver', name: '银卡', threshold: 1_000, benefits: [{ name: '免运费', cost: 12, every: 'month', id: null, day: null, daysBefore: 0, gives: null }] },
    ],
  },
  plans: [],
}

const both = (zh: string, en: string) => ({ zh, en })

export const reading: ProgrammeInWords = {
  earn: [both('消费得分：每满 1 得 1 分', 'By amount: 1 point for each 1'), both('银卡双倍：等级是银卡时 2 倍', 'Silver: twice')],
  stacking: both('取最高，舍去小数', 'Of several multipliers the best counts; rounded down'),
  points: both('15 天后可用，12 个月后月底过期', 'Can be spent after 15 days, lost at the end of the 12th month'),
  tiers: [both('会员 0 起，银卡 1000 起', 'Member from 0, silver from 1000')],
  plans: [],
}

export const programmes: Programme = { draft: definition, faults: [], warnings: [], reading, version: 2, differs: true, updatedAt: '2026-11-20T02:00:00Z', updatedBy: 'lin' }

export const programmeVersions: ProgrammeVersion[] = [
  { version: 2, definition, publishedAt: '2026-11-10T02:00:00Z', publishedBy: 'lin' },
  { version: 1, definition: { ...definition, tiers: null, earn: [definition.earn[0]] }, publishedAt: '2026-10-01T02:00:00Z', publishedBy: 'zhou' },
]
