import { defineConfig } from '@playwright/test';

/** One product and one browser at a time: the specs kill processes, and the machine may have two cores. */
export default defineConfig({
  testDir: './specs',
  snapshotPathTemplate: '{testDir}/../pictures/{arg}{ext}',
  outputDir: '../e2e-results/artifacts',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../e2e-results/results.json' }]],
  use: {
    testIdAttribute: 'data-testid',
    locale: 'en-US',
    // What fades costs every spec its time and may be met half-way; who has motion off sees the same screens.
    contextOptions: { reducedMotion: 'reduce' },
    // Only withoutNetwork.spec.ts wants the app kept on the device; elsewhere it would be stored anew for every browser.
    serviceWorkers: 'block',
    // A fifth of the time went into traces that nobody read: they are made when somebody looks for a fault.
    trace: process.env['TASKLIST_TRACE'] ? 'on' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium' },
  },
});
