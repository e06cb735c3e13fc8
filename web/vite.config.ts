import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './worker/compressed.ts';
import { serviceWorker } from './worker/plugin.ts';

// `npm run dev` serves the screens and hands everything else to a gateway started by ./run.
const gateway = process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:5080';

export default defineConfig({
  plugins: [react(), serviceWorker(), compressed()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    proxy: {
      '/api': { target: gateway, changeOrigin: true },
      '/hubs': { target: gateway, changeOrigin: true, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    // The content security policy allows no data: scripts or fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      output: {
        // What the first page needs of others' code in one piece: in forty it would be packed worse by 4 KB, and none of it changes with a release of ours.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|react-is|@reduxjs\/toolkit\/dist(?!\/query)|immer|redux|reselect|react-redux|use-sync-external-store|react-router|i18next|react-i18next|stylis|@emotion)\//,
            },
          ],
        },
      },
    },
  },
});
