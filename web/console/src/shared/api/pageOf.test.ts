import { expect, it } from 'vitest'
import { pageOf } from './pageOf'

it('leads from a job to the page of its brand', () => {
  const inBrand = (path: string) => `/b/demo${path}`
  expect(pageOf('/brands/main/broadcasts/12', inBrand)).toBe('/b/main/broadcasts/12')
  expect(pageOf('/b/main/imports/3', inBrand)).toBe('/b/main/imports/3')
  expect(pageOf('/guides', inBrand)).toBe('/b/demo/guides')
})
