import type { CouponUseFigures, HealthRate, PointsHealthMonth, ProgrammeHealth } from '@/client'

const rate = (part: number, whole: number): HealthRate => ({ part, whole, rate: whole > 0 ? part / whole : null })
const used = (issued: number, redeemed: number, spent: number): CouponUseFigures => ({ issued, redeemed, spent, rate: rate(redeemed, issued) })
const month = (name: string, part: Partial<PointsHealthMonth>): PointsHealthMonth => ({
  month: `${name}-01`,
  issued: 0,
  takenBack: 0,
  opened: 0,
  redeemed: 0,
  expired: 0,
  adjusted: 0,
  liability: 0,
  burn: rate(0, 0),
  expiry: rate(0, 0),
  ...part,
})

export const health: ProgrammeHealth = {
  since: '2026-09-01T02:00:00Z',
  from: '2026-09-01',
  until: '2026-11-01',
  today: '2026-11-27',
  points: {
    months: [
      month('2026-09', { issued: 40_000, redeemed: 6_000, liability: 34_000, burn: rate(6_000, 40_000) }),
      month('2026-10', { issued: 42_000, takenBack: 2_000, redeemed: 9_000, expired: 1_000, liability: 64_000, burn: rate(15_000, 80_000), expiry: rate(1_000, 80_000) }),
      month('2026-11', { issued: 20_000, redeemed: -500, expired: 3_000, liability: 81_500, burn: rate(14_500, 100_000), expiry: rate(4_000, 100_000) }),
    ],
    burn: rate(14_500, 100_000),
    expiry: rate(4_000, 100_000),
    liability: 81_500,
    breakage: 0.216,
    expectedBreakage: 17_604,
  },
  tiers: {
    members: 1_000,
    countedAt: '2026-11-27T03:10:00Z',
    tiers: [
      { tier: 'member', name: '会员', members: 800, reached: 0, lost: 0 },
      { tier: 'silver', name: '银卡', members: 160, reached: 90, lost: 12 },
      { tier: 'gold', name: '金卡', members: 40, reached: 22, lost: 3 },
    ],
    months: [
      { month: '2026-09-01', up: 50, down: 0 },
      { month: '2026-10-01', up: 40, down: 5 },
      { month: '2026-11-01', up: 22, down: 10 },
    ],
  },
  benefits: {
    total: used(600, 150, 300_000),
    coupons: [
      { source: 'benefit', use: used(400, 120, 240_000) },
      { source: 'mall', use: used(200, 30, 60_000) },
    ],
    benefits: [
      { id: '3', name: '生日券', occasion: 'birthday', active: true, given: 400, points: null, use: used(400, 120, 240_000) },
      { id: '4', name: '金卡月礼', occasion: 'month', active: false, given: 120, points: 2_400, use: null },
    ],
    months: [
      { month: '2026-09-01', issued: 200, redeemed: 30, spent: 60_000 },
      { month: '2026-10-01', issued: 200, redeemed: 70, spent: 140_000 },
      { month: '2026-11-01', issued: 200, redeemed: 50, spent: 100_000 },
    ],
  },
}

/** A brand where nothing has begun. */
export const quiet: ProgrammeHealth = {
  ...health,
  since: null,
  points: { months: [month('2026-11', {})], burn: rate(0, 0), expiry: rate(0, 0), liability: 0, breakage: null, expectedBreakage: null },
  tiers: { members: 0, countedAt: null, tiers: [{ tier: '', name: null, members: 0, reached: 0, lost: 0 }], months: [{ month: '2026-11-01', up: 0, down: 0 }] },
  benefits: { total: used(0, 0, 0), coupons: [], benefits: [], months: [{ month: '2026-11-01', issued: 0, redeemed: 0, spent: 0 }] },
}
