import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/{src,node}/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'tests/{hus,start}/**/*.test.ts'],
    globalSetup: ['tests/stod/databas.global.ts'],
    setupFiles: ['tests/stod/slump.setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores: a few files side by side, each with its own database.
    maxWorkers: 2,
  },
})
