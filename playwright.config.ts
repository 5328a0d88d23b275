import { defineConfig } from '@playwright/test'
import { FLAGGOR, hittaChromium } from './scripts/webblasare.ts'

export default defineConfig({
  testDir: 'tests/webb',
  testMatch: '**/*.spec.ts',
  // Once, before the workers: each starts a server that would otherwise build it too.
  globalSetup: './scripts/bygg.mjs',
  // A server with a clock of its own for each worker; the files of one worker follow each other.
  workers: 2,
  fullyParallel: false,
  // A walk that fails is walked once more, against a new server; `npm test` says how many needed it.
  retries: 1,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results',
  reporter: [['list'], ['json']],
  use: {
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: await hittaChromium(), args: FLAGGOR },
  },
})
