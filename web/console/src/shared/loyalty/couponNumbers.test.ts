import { expect, it } from 'vitest'
import { couponNumbers } from './couponNumbers'

it('takes numbers from lines, and from lines of the file of codes, each once', () => {
  expect(couponNumbers('12\n13\n12')).toEqual([12, 13])
  expect(couponNumbers('code,number\nABCD-EFGH,88\nABCD-EFGJ,89\n')).toEqual([88, 89])
  expect(couponNumbers('nothing here')).toEqual([])
})
