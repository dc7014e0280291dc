/**
 * The studio without a network: keeps the files of one build, and answers with them.
 *
 * The page itself comes from the network where that answers, so that whatever else stands at its address one day is seen; files whose
 * name holds a hash of their contents come from the cache. A view for another page (`?embed=`) is never answered from here: its
 * rule of who may frame it comes with each answer of the server.
 */

/** What is used of a service worker. */
interface Scope {
  /** Files of the build, the page itself as `./`; put before this file by the build. */
  CUPOLA_FILES: string[];
  /** Hash of all of them. */
  CUPOLA_BUILD: string;
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FromPage>) => void): void;
}
interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** The page asks it to take the place of the older one; `of` names a file of its own build, where it is to do so for that one alone. */
interface FromPage {
  type: 'take-over';
  of?: string;
}

const worker = globalThis as unknown as Scope;
const OURS = 'cupola-studio-';
const NAME = OURS + worker.CUPOLA_BUILD;
const PAGE = './';
const names = new Set(worker.CUPOLA_FILES);
const urlOf = (name: string) => new URL(name, worker.registration.scope).href;

worker.addEventListener('install', (event) => event.waitUntil(fill()));

worker.addEventListener('activate', (event) => event.waitUntil(dropOlder().then(() => worker.clients.claim())));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const name = nameOf(request);
  if (name === undefined) return;
  if (request.mode === 'navigate') {
    if (name === PAGE) event.respondWith(fetch(request).catch(() => kept(PAGE)));
  } else if (names.has(name)) event.respondWith(kept(name));
});

worker.addEventListener('message', ({ data, ports }) => {
  if (data?.type !== 'take-over') return;
  const isMeant = data.of === undefined || names.has(data.of);
  ports[0]?.postMessage(isMeant);
  if (isMeant) void worker.skipWaiting();
});

/** Gets all files; those of an older build that are the same are taken over. */
async function fill(): Promise<void> {
  const cache = await caches.open(NAME);
  const get = async (name: string) => {
    const url = urlOf(name);
    const known = name.startsWith('assets/') ? await caches.match(url) : undefined;
    const response = known ?? (await fetch(url, name.startsWith('assets/') ? {} : { cache: 'no-cache' }));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    await cache.put(url, response);
  };
  for (const name of names) await get(name); // one after the other: the page goes first
}

async function dropOlder(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function kept(name: string): Promise<Response> {
  const url = urlOf(name);
  return (await (await caches.open(NAME)).match(url)) ?? fetch(url);
}

/** What of the studio a request asks for; undefined: nothing of it, or a view for another page. */
function nameOf({ method, url }: Request): string | undefined {
  const { origin, pathname, searchParams } = new URL(url);
  const scope = new URL(worker.registration.scope);
  if (method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return undefined;
  if (searchParams.has('embed')) return undefined;
  const name = pathname.slice(scope.pathname.length);
  return name === '' || name === 'index.html' ? PAGE : name;
}
