import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tell } from './database';
import { freePorts } from './ports';
import { bounded, isAlive, until } from './wait';

const repository = fileURLToPath(new URL('../..', import.meta.url));

interface Entry {
  name: string;
  role: string;
  pid: number;
  port?: number;
  healthUrl?: string;
  command?: string;
  args?: string[];
  env?: Record<string, string>;
}

export interface Shape {
  silos?: number;
  gateways?: number;
  limits?: 'on' | 'off';
}

/** The real product, started the way anybody starts it; its data outlives a kill and goes when the test is done. */
export class Product {
  readonly #shape: Shape;
  readonly #data: string;
  readonly #port: number;
  #launcher: ChildProcess | undefined;
  #output = '';
  /** Processes that a test has started again by itself; the launcher does not know them. */
  readonly #own: number[] = [];

  private constructor(shape: Shape, data: string, port: number) {
    this.#shape = shape;
    this.#data = data;
    this.#port = port;
  }

  static async start(shape: Shape = {}): Promise<Product> {
    const data = await mkdtemp(join(tmpdir(), 'tasklist-e2e-'));
    const product = new Product(shape, data, await freePorts(shape.gateways ?? 1));
    await product.start();
    return product;
  }

  /** The address of a gateway, counted from 0. */
  url(gateway = 0): string {
    return `http://127.0.0.1:${this.#port + gateway}`;
  }

  async start(): Promise<void> {
    const { silos, gateways, limits } = this.#shape;
    const args = ['--no-build', '--port', `${this.#port}`, '--data', this.#data];
    if (silos) args.push('--silos', `${silos}`, '--gateways', `${gateways ?? 1}`);
    if (limits === 'off') args.push('--limits', 'off');
    this.#output = '';
    const launcher = spawn(join(repository, 'run'), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#launcher = launcher;
    const ready = new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        this.#output += chunk.toString();
        if (this.#output.includes(`TaskList is ready: ${this.url()}`)) resolve();
      };
      launcher.stdout?.on('data', read);
      launcher.stderr?.on('data', read);
      launcher.once('exit', (code) => reject(new Error(`./run ended with ${code}:\n${this.#output}`)));
    });
    await bounded(ready, 90_000, () => `./run was not ready in time:\n${this.#output}`);
  }

  /** The whole product dies at once, as in a power cut; only Postgres, a process of its own, may live on. */
  async kill(): Promise<void> {
    const launcher = this.#launcher;
    if (!launcher?.pid) return;
    const gone = new Promise((resolve) => launcher.once('exit', resolve));
    process.kill(launcher.pid, 'SIGKILL');
    await gone;
  }

  /**
   * What a restore from a backup leaves: the list's log ends at that version, and its history has another name.
   * Only while the product is down and Postgres is not, that is after a kill.
   */
  async restorePast(listId: string, version: number): Promise<void> {
    await tell(this.#data, `DELETE FROM list_log WHERE list_id = '${listId}' AND version > ${version}`);
    await tell(this.#data, 'UPDATE log_history SET history_id = gen_random_uuid(), since = now()');
  }

  /** SIGKILL for one process of the cluster; answers what it takes to start it again. */
  async killOne(name: string): Promise<Entry> {
    const entry = (await this.#processes()).find((each) => each.name === name);
    if (!entry) throw new Error(`no process ${name}`);
    process.kill(entry.pid, 'SIGKILL');
    await until(() => !isAlive(entry.pid), 10_000, `${name} to die`);
    return entry;
  }

  /** The same program with the same arguments, settings and port. */
  async startOne({ name, command, args, env, healthUrl }: Entry): Promise<void> {
    if (!command || !healthUrl) throw new Error(`${name} cannot be started again`);
    const child = spawn(command, args ?? [], { env: { ...process.env, ...env }, stdio: 'ignore' });
    if (child.pid) this.#own.push(child.pid);
    await until(
      async () => (await fetch(healthUrl).catch(() => undefined))?.ok ?? false,
      60_000,
      `${name} to be ready`,
    );
  }

  async stop(): Promise<void> {
    for (const pid of this.#own) if (isAlive(pid)) process.kill(pid, 'SIGTERM');
    const launcher = this.#launcher;
    if (launcher?.pid && launcher.exitCode === null && launcher.signalCode === null) {
      const gone = new Promise((resolve) => launcher.once('exit', resolve));
      process.kill(launcher.pid, 'SIGTERM');
      await bounded(gone, 40_000, () => `./run did not stop:\n${this.#output}`);
    }
    await until(() => !this.#own.some(isAlive), 40_000, 'the processes started again to stop');
    await rm(this.#data, { recursive: true, force: true });
  }

  async #processes(): Promise<Entry[]> {
    return JSON.parse(await readFile(join(this.#data, 'processes.json'), 'utf8')) as Entry[];
  }
}
