import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis or Valkey server of a test, which can be killed and started again on the same data. */
export class Broker {
  readonly port: number;
  readonly url: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'cupola-broker-'));
  readonly #args: string[];
  #process: ChildProcess | undefined;

  /** @param tls certificate and key by file: the port then takes nothing but TLS */
  constructor(port: number, args: string[] = [], tls?: { cert: string; key: string; ca: string }) {
    this.port = port;
    this.url = tls ? `rediss://localhost:${port}` : `redis://127.0.0.1:${port}`;
    const files = tls && ['--tls-cert-file', tls.cert, '--tls-key-file', tls.key, '--tls-ca-cert-file', tls.ca];
    const doors = files
      ? ['--port', '0', '--tls-port', String(port), ...files, '--tls-auth-clients', 'no']
      : ['--port', String(port)];
    this.#args = [...doors, ...args];
  }

  async start(): Promise<void> {
    const durable = [
      '--appendonly',
      'yes',
      '--appendfsync',
      'always',
      '--save',
      '',
      '--maxmemory-policy',
      'noeviction',
    ];
    const place = ['--bind', '127.0.0.1', '--dir', this.#folder, '--daemonize', 'no'];
    this.#process = spawn(program(), [...place, ...durable, ...this.#args], { stdio: 'ignore' });
    for (let i = 0; i < 200; i++) {
      if (await answers(this.port)) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`the broker did not start at port ${this.port}`);
  }

  /** As a power cut: no goodbye. */
  async kill(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (!process || process.exitCode !== null) return;
    const gone = once(process, 'exit');
    process.kill('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function program(): string {
  if (process.env.CUPOLA_BROKER) return process.env.CUPOLA_BROKER;
  for (const name of ['redis-server', 'valkey-server']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // the other one
    }
  }
  throw new Error('no redis-server or valkey-server: bash scripts/need-broker.sh');
}

/** Whether somebody takes connections there and, unless it closes them for lack of TLS, answers. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const end = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('data', () => end(true));
    socket.once('end', () => end(true));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code === 'ECONNRESET'));
  });
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
