import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { InputError } from '../flow/problems.ts';
import { plainly } from '../flow/said.ts';

export interface StudioServed {
  /** Folder of the built studio, with a slash at its end. */
  folder: URL;
  /** 0: any free port. */
  port: number;
  /** Take any free port where this one is taken. */
  orAnother?: boolean;
  scenario?: { file: string; text: string };
}

export interface StudioServer {
  url: string;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/** What lies beside the page: the service worker, and what installs the studio. */
const BESIDE = ['sw.js', 'icon.svg', 'manifest.webmanifest'];

const policy = [
  "default-src 'none'",
  // the solver of the partner search is WebAssembly
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** The page stands in no other; a view that is asked for by `?embed=` may. */
function policyOf(isEmbedded: boolean): string {
  return [...policy, `frame-ancestors ${isEmbedded ? '*' : "'none'"}`].join('; ');
}

/**
 * Serves the built studio on the loopback address, and one scenario beside it.
 *
 * Only requests that name the loopback address as their host are answered, so that no other site's name can be pointed here.
 *
 * @throws InputError where the port is taken
 */
export async function serveStudio({ folder, port, orAnother, scenario }: StudioServed): Promise<StudioServer> {
  const app = new Hono();
  app.use(compress());
  app.use(async (context, next) => {
    const host = (context.req.header('host') ?? '').replace(/:\d+$/, '');
    if (host !== '127.0.0.1' && host !== 'localhost')
      return context.text('This server answers to this machine only.', 403);
    await next();
    context.header('Content-Security-Policy', policyOf(context.req.query('embed') !== undefined));
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cross-Origin-Opener-Policy', 'same-origin');
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
  });
  app.get('/scenario.json', (context) => (scenario ? context.json(scenario) : context.notFound()));
  app.get('/', (context) => file(context, 'index.html'));
  app.get('/index.html', (context) => file(context, 'index.html'));
  for (const name of BESIDE) app.get(`/${name}`, (context) => file(context, name));
  app.get('/assets/:name{[A-Za-z0-9._-]+}', (context) => file(context, `assets/${context.req.param('name')}`));

  async function file(
    context: {
      body(data: ArrayBuffer, status: 200, headers: Record<string, string>): Response;
      notFound(): Response | Promise<Response>;
    },
    path: string,
  ) {
    const bytes = await readFile(new URL(path, folder)).catch(() => undefined);
    const type = types[extname(path)];
    if (!bytes || !type) return context.notFound();
    const lasting = path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return context.body(new Uint8Array(bytes).buffer as ArrayBuffer, 200, {
      'Content-Type': type,
      'Cache-Control': lasting,
    });
  }

  const listen = (at: number) =>
    new Promise<StudioServer>((resolve, reject) => {
      const server = serve({ fetch: app.fetch, port: at, hostname: '127.0.0.1' }, ({ port: taken }: AddressInfo) => {
        resolve({
          url: `http://127.0.0.1:${taken}/`,
          close: () => new Promise((done) => void server.close(() => done())),
        });
      });
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' && orAnother && at !== 0) return resolve(listen(0));
        const message = error.code === 'EADDRINUSE' ? `port ${at} is in use; choose another` : error.message;
        reject(new InputError([{ code: 'port', path: '--port', said: plainly(message) }]));
      });
    });
  return listen(port);
}
