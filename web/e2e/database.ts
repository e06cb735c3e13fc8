import { readFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { bounded } from './wait';

const name = 'tasklist';
const [portLine, socketLine] = [3, 4];

/**
 * Statements for the Postgres of a data folder, past everything that guards it: for what only an operator does.
 * By hand, for the simple form of the protocol is a dozen lines and a driver is one more package.
 */
export async function tell(dataFolder: string, sql: string): Promise<void> {
  const lines = (await readFile(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  const socket = createConnection(join(lines[socketLine] ?? '', `.s.PGSQL.${lines[portLine]}`));
  const answers = new Promise<void>((resolve, reject) => {
    let read = Buffer.alloc(0);
    let isAsked = false;
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('Postgres hung up')));
    socket.on('data', (chunk) => {
      read = Buffer.concat([read, chunk]);
      // Kind, length with itself, content.
      while (read.length >= 5 && read.length > read.readInt32BE(1)) {
        const length = read.readInt32BE(1);
        const kind = String.fromCharCode(read[0] ?? 0);
        const content = read.subarray(5, length + 1);
        read = read.subarray(length + 1);
        if (kind === 'E') reject(new Error(content.toString().replaceAll('\0', ' ')));
        if (kind === 'Z' && isAsked) resolve();
        if (kind === 'Z' && !isAsked) {
          isAsked = true;
          socket.write(message('Q', `${sql}\0`));
        }
      }
    });
    // Version 3.0, then names and values, each ended by a zero.
    socket.write(message('', `\0\u0003\0\0user\0${name}\0database\0${name}\0\0`));
  });
  try {
    await bounded(answers, 20_000, () => 'Postgres gave no answer');
  } finally {
    socket.destroy();
  }
}

function message(kind: string, content: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(Buffer.byteLength(content) + 4);
  return Buffer.concat([Buffer.from(kind), length, Buffer.from(content)]);
}
