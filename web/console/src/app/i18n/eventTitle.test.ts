import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { en } from './en'
import { zh } from './zh'

const ROOT = join(import.meta.dirname, '../../../../..')
const SCHEMAS = join(ROOT, 'docs/events')
const PLAYS = join(ROOT, 'server/src/main/resources/io/waterwheel/journey/plays.json')

/** The names events have in a piece of JSON. */
function eventsIn(json: unknown): string[] {
  if (Array.isArray(json)) return json.flatMap(eventsIn)
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([key, value]) => (key === 'event' && typeof value === 'string' ? [value] : eventsIn(value)))
}

describe('every standard event, and every one a play asks for', () => {
  const standard = readdirSync(SCHEMAS).flatMap((file) => {
    const { title, properties } = JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')) as { title: string; properties?: unknown }
    return properties && title !== 'Event message' ? [title] : []
  })
  const asked = eventsIn(JSON.parse(readFileSync(PLAYS, 'utf8')))
  it.each([['zh', zh], ['en', en]] as const)('has a title in %s', (_, dictionary) => {
    expect(standard.length).toBeGreaterThan(50)
    const titles = dictionary.customer.events as Record<string, string>
    expect([...new Set([...standard, ...asked])].filter((name) => !(name in titles))).toEqual([])
  })
})
