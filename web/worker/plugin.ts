import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const publicFolder = fileURLToPath(new URL('../public/', import.meta.url));
const source = fileURLToPath(new URL('serviceWorker.js', import.meta.url));

/** Writes /sw.js with the names of all files that the app needs to run without a network. */
export function serviceWorker(): Plugin {
  return {
    name: 'tasklist-service-worker',
    apply: 'build',
    generateBundle(_, bundle) {
      const parts = Object.values(bundle).filter((part) => /^assets\/.*\.(js|css)$/.test(part.fileName));
      const entry = parts.find((part) => part.type === 'chunk' && part.isEntry);
      if (!entry) this.error('no entry to keep');
      const unhashed = readdirSync(publicFolder).sort();
      const hash = createHash('sha256');
      for (const { fileName } of parts) hash.update(fileName);
      for (const name of unhashed) hash.update(readFileSync(publicFolder + name));
      const told = {
        build: hash.digest('hex').slice(0, 16),
        entry: `/${entry.fileName}`,
        files: ['/', ...unhashed.map((name) => `/${name}`), ...parts.map((part) => `/${part.fileName}`)],
      };
      const code = readFileSync(source, 'utf8').replace('__BUILD__', () => JSON.stringify(told));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: code });
    },
  };
}
