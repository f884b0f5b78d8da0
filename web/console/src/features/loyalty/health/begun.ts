import type { ProgrammeHealth } from '@/client'

/** Whether there is anything to see: a programme, members, points or coupons. */
export function begun({ since, tiers, points, benefits }: ProgrammeHealth): boolean {
  return since !== null || tiers.members > 0 || points.liability !== 0 || points.months.some(({ issued, opened }) => issued > 0 || opened > 0) || benefits.total.issued > 0
}
