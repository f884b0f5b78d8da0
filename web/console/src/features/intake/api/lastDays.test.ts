import { expect, it } from 'vitest'
import { lastDays } from './lastDays'

it('fills in the days on which nothing came', () => {
  expect(
    lastDays(
      [
        { day: '2026-02-27', events: 3 },
        { day: '2026-03-01', events: 5 },
      ],
      4,
    ),
  ).toEqual([
    { day: '2026-02-26', events: 0 },
    { day: '2026-02-27', events: 3 },
    { day: '2026-02-28', events: 0 },
    { day: '2026-03-01', events: 5 },
  ])
})
