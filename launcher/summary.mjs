// Adds up what the test runs reported and prints it as the last line: "N passed, N failed, N skipped".
// Exits with 1 when anything failed or nothing ran.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = process.argv[2]
const sum = { passed: 0, failed: 0, skipped: 0 }

function add(passed, failed, skipped) {
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
}

function surefire(module) {
  const folder = join(root, module, 'target', 'surefire-reports')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (!/^TEST-.*\.xml$/.test(name)) continue
    const suite = /<testsuite\b[^>]*>/.exec(readFileSync(join(folder, name), 'utf8'))?.[0] ?? ''
    const count = (attribute) => Number(new RegExp(`\\s${attribute}="(\\d+)"`).exec(suite)?.[1] ?? 0)
    const failed = count('errors') + count('failures')
    add(count('tests') - failed - count('skipped'), failed, count('skipped'))
  }
}

function report(path, read) {
  const file = join(root, path)
  if (existsSync(file)) read(JSON.parse(readFileSync(file, 'utf8')))
}

for (const module of ['server', 'simulator', 'bench']) surefire(module)
for (const name of ['vitest', 'vitest-pages']) {
  report(`target/test-reports/${name}.json`, (r) => add(r.numPassedTests, r.numFailedTests, r.numPendingTests + (r.numTodoTests ?? 0)))
}
// A flaky test passed in the end only because it was tried again: that is a failure here.
report('e2e/test-results/results.json', ({ stats }) => add(stats.expected, stats.unexpected + stats.flaky, stats.skipped))

console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0
