import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from './en'
import { zh } from './zh'

const page = readFileSync(join(import.meta.dirname, '../../../../../docs/problems.md'), 'utf8')
const catalogued = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code)

/** What happens before the server could say anything. */
const OWN = ['unreachable', 'server-error']

describe('the problems of docs/problems.md', () => {
  it('are found in the page', () => {
    expect(catalogued).toContain('email-not-configured')
  })
  it.each(Object.entries({ zh, en }))('have a title each in %s', (_language, { problem }) => {
    expect(catalogued.filter((code) => !(code in problem.titles))).toEqual([])
  })
  it.each(Object.entries({ zh, en }))('are all there is a title for in %s', (_language, { problem }) => {
    expect(Object.keys(problem.titles).filter((code) => ![...OWN, ...catalogued].includes(code))).toEqual([])
  })
})
