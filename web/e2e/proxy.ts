import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A wire between a browser and the product that can be cut and joined again. */
export class CuttableProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isCut = false;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async to(target: string): Promise<CuttableProxy> {
    const { hostname, port } = new URL(target);
    const server = createServer();
    const proxy = new CuttableProxy(server);
    server.on('connection', (browser) => {
      if (proxy.#isCut) return browser.destroy();
      const product = connect(Number(port), hostname);
      for (const socket of [browser, product]) proxy.#keep(socket);
      browser.pipe(product).pipe(browser);
      return undefined;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  join(): void {
    this.#isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // A reset is how a cut looks from the other side.
    socket.on('error', () => socket.destroy());
  }
}
