import { defineConfig } from '@playwright/test';
import specs from './playwright.config';

/** The board's speed, as ratios: `npm run bench`. No part of the tests, for it wants a quiet machine. */
export default defineConfig(specs, { testDir: './bench', timeout: 600_000, reporter: [['line']] });
