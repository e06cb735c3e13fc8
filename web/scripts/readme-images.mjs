// Takes the README's pictures from those that the long tier's browser tests have just made:
// `TASKLIST_TEST_TIER=all npm run e2e -- screens && npm run images`.
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const screens = fileURLToPath(new URL('../e2e-results/screens/', import.meta.url));
const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const pictures = {
  'board.png': 'board-light-en-1440.png',
  'board-dark.png': 'board-dark-ru-1440.png',
  'task.png': 'history-light-en-1440.png',
  'calendar-dark.png': 'calendar-dark-ru-1440.png',
};
for (const [image, screen] of Object.entries(pictures)) copyFileSync(screens + screen, images + image);
