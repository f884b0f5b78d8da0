import type { WhatIf, WhatIfAnswer } from '@/client'
import { definition } from './programme'

const MONTHS = ['2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01']

export const answer: WhatIfAnswer = {
  from: '2026-06-01',
  until: '2026-11-20T02:00:00Z',
  months: MONTHS,
  members: 25_000,
  netSales: 612_000_000,
  shortPast: true,
  today: {
    points: 4_200_000,
    pointsCost: 4_200_000,
    benefitsCost: 12_000_000,
    tiers: [
      { id: 'member', name: '会员', actual: 20_100, members: 20_000, byMonth: [18_000, 18_500, 19_000, 19_400, 19_800, 20_000], reached: 5_200, memberMonths: 114_700, benefitsCost: 0 },
      { id: 'silver', name: '银卡', actual: 4_900, members: 5_000, byMonth: [3_000, 3_500, 4_000, 4_400, 4_800, 5_000], reached: 2_100, memberMonths: 24_700, benefitsCost: 12_000_000 },
    ],
    rules: [{ id: 'base', name: '消费得分', given: 4_400_000, takenBack: 200_000 }],
    pointsByMonth: [700_000, 700_000, 700_000, 700_000, 700_000, 700_000],
  },
  draft: {
    points: 4_900_000,
    pointsCost: 4_900_000,
    benefitsCost: 15_300_000,
    tiers: [
      { id: 'member', name: '会员', actual: null, members: 19_988, byMonth: [18_000, 18_500, 19_000, 19_400, 19_790, 19_988], reached: 5_200, memberMonths: 114_678, benefitsCost: 0 },
      { id: 'silver', name: '银卡', actual: null, members: 5_000, byMonth: [3_000, 3_500, 4_000, 4_400, 4_800, 5_000], reached: 2_100, memberMonths: 24_700, benefitsCost: 12_000_000 },
      { id: 'gold', name: '金卡', actual: null, members: 12, byMonth: [0, 0, 0, 0, 10, 12], reached: 12, memberMonths: 22, benefitsCost: 3_300_000 },
    ],
    rules: [
      { id: 'base', name: '消费得分', given: 4_400_000, takenBack: 200_000 },
      { id: 'gift', name: '周末加送', given: 700_000, takenBack: 0 },
    ],
    pointsByMonth: [800_000, 800_000, 800_000, 800_000, 850_000, 850_000],
  },
  moves: [
    { from: 'member', to: 'member', way: 'same', members: 19_985 },
    { from: 'member', to: 'silver', way: 'up', members: 15 },
    { from: 'silver', to: 'member', way: 'down', members: 3 },
    { from: 'silver', to: 'silver', way: 'same', members: 4_985 },
    { from: 'silver', to: 'gold', way: 'up', members: 12 },
  ],
  breakEven: { extraCost: 4_000_000, sales: 10_000_000, shareOfSales: 0.01634, salesPerRiser: 370_371 },
}

export const whatIf: WhatIf = {
  id: '7',
  months: 6,
  version: 2,
  marginRate: 0.4,
  pointCost: 0.01,
  job: null,
  askedBy: 'lin',
  askedAt: '2026-11-20T02:00:00Z',
  answeredAt: '2026-11-20T02:00:12Z',
  draft: definition,
  answer,
}

export const pastWhatIfs: WhatIf[] = [{ ...whatIf, draft: null, answer: null }]
