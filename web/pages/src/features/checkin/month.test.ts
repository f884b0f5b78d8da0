import { expect, it } from 'vitest'
import { monthOf } from './month'

it('begins a month on its weekday and has all its days', () => {
  const november = monthOf('2026-11-27')
  expect(november.slice(0, 7)).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(november.at(-1)).toBe('2026-11-30')
  expect(monthOf('2028-02-10').at(-1)).toBe('2028-02-29')
  expect(monthOf('2026-06-05')[0]).toBe('2026-06-01')
})
