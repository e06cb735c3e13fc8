import { defineConfig, mergeConfig } from 'vitest/config';
import app from './vite.config.ts';

export default mergeConfig(
  app,
  defineConfig({
    test: {
      include: ['src/**/*.test.{ts,tsx}'],
      // Pure parts need no browser; a test that does says so with `// @vitest-environment jsdom`.
      environment: 'node',
      maxWorkers: 2,
      restoreMocks: true,
    },
  }),
);
