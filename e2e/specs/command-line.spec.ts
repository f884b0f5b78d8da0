import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../fixtures/places.ts'
import { retailFile, sumsOf } from '../fixtures/retail.ts'
import { expect, test } from '../fixtures/test.ts'
import type { Home } from '../fixtures/types.ts'

const MAIN = '/api/brands/main'

test.setTimeout(240_000)

test('an order file comes in by the command line, and running it again changes nothing', async ({ server, random }) => {
  const file = retailFile(random)
  const sums = sumsOf(file.text)
  const path = join(server.folder, file.name)
  writeFileSync(path, file.packed)

  const first = importOrders(path, server.folder, server.data)
  expect(first).toContain(sums.orders.toLocaleString('en'))
  await expect.poll(netSales, { timeout: 60_000 }).toBe(sums.net)
  const errors = /\S+\.csv$/m.exec(first)?.[0]
  expect(errors && existsSync(errors), first).toBe(true)
  expect(readFileSync(errors as string, 'utf8').trimEnd().split('\n').length).toBe(sums.rejected + 1)

  const again = importOrders(path, server.folder, server.data)
  expect(again).toContain((sums.orders + sums.refunds).toLocaleString('en'))
  expect(await netSales()).toBe(sums.net)

  async function netSales() {
    const home = await server.api.get<Home>(`${MAIN}/home`)
    return home.metrics.find(({ key }) => key === 'netSales')?.value
  }
})

/** The file with the refused lines is written where the command is called. */
function importOrders(file: string, folder: string, data: string): string {
  return execFileSync('bash', [join(ROOT, 'waterwheel'), 'import', 'orders', file, '--yes', '--data', data], {
    encoding: 'utf8',
    cwd: folder,
    timeout: 120_000,
    env: { ...process.env, LANG: 'en_US.UTF-8' },
  })
}
