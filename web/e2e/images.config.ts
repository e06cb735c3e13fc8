import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/** `npm run images`: takes the README's pictures. No test. */
export default defineConfig({ ...tests, testDir: './images', reporter: 'list' });
