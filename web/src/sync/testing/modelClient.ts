import type { Command, CommandBody } from '@/contract/commands';
import type { Board } from '@/sync/board';
import { Engine } from '@/sync/engine';
import { MemoryLastSeen } from '@/sync/memoryLastSeen';
import { MemoryOpStore } from '@/sync/memoryOpStore';
import type { ListOverlay, PendingCommand, Sink } from '@/sync/ports';
import type { Badge, EngineNotice, ScopeStatus } from '@/sync/status';
import { ModelLink } from '@/sync/testing/modelLink';
import type { ModelServer } from '@/sync/testing/modelServer';
import type { VirtualClock } from '@/sync/testing/virtualClock';

/** One tab of one user, and a notebook of what it showed. */
export class ModelClient {
  userId: string;
  store: MemoryOpStore;
  readonly lastSeen: MemoryLastSeen;
  link: ModelLink;
  engine: Engine;
  view: Board | undefined;
  badge: Badge | undefined;
  status: ScopeStatus = 'cold';
  notices: EngineNotice[] = [];
  /** What this tab asked for and must not lose. */
  made: Command[] = [];
  /** Of that, what it asked for since it was opened last. */
  readonly own = new Set<string>();
  isOpen = true;
  /** Looks at each picture the moment it is shown. */
  onShown: (view: Board, before: Board | undefined) => void = () => {};
  /** How many times the server's news were painted. */
  batches = 0;
  #life = 0;
  readonly #server: ModelServer;
  readonly #clock: VirtualClock;

  /** `twin`: another tab of the same browser. */
  constructor(server: ModelServer, clock: VirtualClock, userId: string, twin?: ModelClient) {
    this.store = new MemoryOpStore(twin?.store);
    this.lastSeen = twin?.lastSeen ?? new MemoryLastSeen();
    this.#server = server;
    this.#clock = clock;
    this.userId = userId;
    this.link = new ModelLink(server, clock, userId);
    this.engine = this.#start();
  }

  execute(body: CommandBody): string {
    const commandId = this.engine.execute(this.#server.listId, body);
    this.made.push({ ...body, commandId });
    this.own.add(commandId);
    return commandId;
  }

  /** What lies in the store for this tab: its queue, as it would survive it. */
  kept(): readonly PendingCommand[] {
    return this.store.kept({ userId: this.userId, listId: this.#server.listId });
  }

  /** The tab is closed and opened again: only the store survives. */
  restart(): void {
    this.crash();
    this.store = new MemoryOpStore(this.store);
    this.link = new ModelLink(this.#server, this.#clock, this.userId);
    this.engine = this.#start();
  }

  /** The tab is gone, and nobody opens it again for a while. */
  crash(): void {
    this.store.die();
    this.#life++;
    this.isOpen = false;
    this.link.reachable = false;
    this.link.disconnect();
    this.view = undefined;
    this.own.clear();
  }

  #start(): Engine {
    const life = this.#life;
    this.isOpen = true;
    const engine = new Engine({
      transport: this.link,
      store: this.store,
      lastSeen: this.lastSeen,
      clock: this.#clock,
      random: () => 0.5,
      sink: this.#sink(() => life === this.#life),
      userId: () => this.userId,
    });
    engine.signedIn();
    engine.open(this.#server.listId);
    return engine;
  }

  #sink(current: () => boolean): Sink {
    const shown = ({ view }: ListOverlay) => {
      if (!current()) return;
      const before = this.view;
      this.view = view;
      this.onShown(view, before);
    };
    return {
      serverBatchApplied: (lists) => {
        this.batches++;
        lists.forEach(shown);
      },
      overlayChanged: shown,
      scopeChanged: (_, status) => {
        if (current()) this.status = status;
      },
      connectionChanged: (badge) => {
        if (current()) this.badge = badge;
      },
      connected: () => {},
      noticed: (notice) => this.notices.push(notice),
      presenceChanged: () => {},
      listsChanged: () => {},
      notified: () => {},
    };
  }
}
