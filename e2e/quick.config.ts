import base from './playwright.config.ts'
export default { ...base, globalSetup: undefined, testDir: '/work/member-centre/e2e/specs', outputDir: '/work/member-centre/e2e/test-results/artifacts', reporter: [['list']] }
