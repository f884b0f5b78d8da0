import { defineConfig } from '@playwright/test'
import { chromium } from './fixtures/browser.ts'

export default defineConfig({
  testDir: 'specs',
  globalSetup: './fixtures/launch.ts',
  outputDir: 'test-results/artifacts',
  reporter: [['list'], ['json', { outputFile: 'test-results/results.json' }]],
  // One machine, one server at a time: what is measured and killed must not be another test's.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 240_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    // Drawn without a graphics card, a moving picture takes a core from the server.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: chromium(),
  },
})
