import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alive, databaseOf } from '../fixtures/processes.ts'
import { expect, test } from '../fixtures/test.ts'

test('a stop leaves clean data and no process behind, and the next start needs no repair', async ({ server }) => {
  await server.api.post('/api/brands/main/sources', { name: 'website' })
  const { lock, pid: database } = databaseOf(server.data)

  const { code, signal } = await server.stop()

  expect([0, 143], `exit code ${code}, signal ${signal}`).toContain(code)
  expect(existsSync(lock), 'the database’s lock').toBe(false)
  expect(existsSync(join(server.data, 'keys/local-address')), 'the address').toBe(false)
  expect(alive(database), 'the database').toBe(false)

  await server.start()
  expect((await server.api.get<{ name: string }[]>('/api/brands/main/sources')).map((source) => source.name)).toEqual([
    'website',
  ])
  expect(readFileSync(server.log, 'utf8')).not.toContain('postgres.recover')
  expect(readFileSync(join(server.data, 'postgres/postgres.log'), 'utf8')).not.toContain('not properly shut down')
})

test('a start after kill -9 recovers by itself, with the database left running and with a stale lock', async ({
  server,
}) => {
  await server.kill()
  await server.start()
  expect((await server.api.get<object[]>('/api/brands/main/sources'))).toEqual([])
  expect(readFileSync(server.log, 'utf8')).toContain('postgres.recover left-over')

  // The whole machine lost its power: both are gone at once, the lock file is not.
  const { lock, pid: database } = databaseOf(server.data)
  await server.kill()
  process.kill(database, 'SIGKILL')
  await expect.poll(() => alive(database)).toBe(false)
  expect(existsSync(lock)).toBe(true)
  await server.start()
  expect((await server.api.get<object[]>('/api/brands/main/sources'))).toEqual([])
  expect(readFileSync(server.log, 'utf8')).toContain('postgres.recover stale-lock')
})
