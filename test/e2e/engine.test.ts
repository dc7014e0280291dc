import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createContext, runInContext } from 'node:vm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/chromium.mjs';
import { engineScript } from '../../scripts/engine-script.mjs';
import { root } from '../fixtures/shipped-scenario.ts';
import { differences } from '../golden/differences.ts';
import { answerJob, type EngineJob } from './engine-job.ts';

const catalogFolder = `${root}catalog/`;
const job: EngineJob = {
  scenario: readFileSync(`${root}scenarios/golden-dome.yaml`, 'utf8'),
  catalog: readdirSync(catalogFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(catalogFolder + path, 'utf8') })),
  trials: 3,
};
const PAGE = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>engine</title>';
const SERVE = 'self.onmessage = ({ data }) => self.postMessage(answerJob(data));';

/** The answer of Node, by the sources as they are. */
let here: string;
let scripts: { own: string; plain: string };
let server: Server;
let browser: Browser;

beforeAll(async () => {
  here = answerJob(job);
  scripts = { own: await engineScript(false), plain: await engineScript(true) };
  const pages: Record<string, [type: string, text: string]> = {
    '/': ['text/html', PAGE],
    '/own.js': ['text/javascript', `${scripts.own}\n${SERVE}`],
    '/plain.js': ['text/javascript', `${scripts.plain}\n${SERVE}`],
  };
  server = createServer(({ url }, response) => {
    const found = pages[url ?? ''];
    response.writeHead(found ? 200 : 404, { 'content-type': found?.[0] ?? 'text/plain' });
    response.end(found?.[1]);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Answers the job in a worker of a fresh page, and notes what the page says and asks for. */
async function inBrowser(script: string) {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const page = await browser.newPage();
  const complaints: string[] = [];
  const outside: string[] = [];
  page.on('console', (message) => void complaints.push(message.text()));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) outside.push(url);
  });
  await page.goto(`${origin}/`);
  const answer = (await page.evaluate(`new Promise((resolve, reject) => {
    const worker = new Worker(${JSON.stringify(script)});
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(${JSON.stringify(job)});
  })`)) as string;
  await page.close();
  return { answer, complaints, outside };
}

/** Answers the job in a context of its own, so that nothing of it stays. */
function inContext(script: string): string {
  const context = createContext({ URL, TextEncoder, TextDecoder, structuredClone });
  return runInContext(`${script}\nanswerJob(${JSON.stringify(job)})`, context) as string;
}

test('a browser worker gives the answer of Node: every count and word, every number to the microsecond of its searches', async () => {
  const { answer, complaints, outside } = await inBrowser('/own.js');
  // The last bits of sines and powers differ from engine to engine, and intercepts are refined to a microsecond only
  expect(differences(JSON.parse(here), JSON.parse(answer), 1e-7)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(outside).toEqual([]);
}, 120_000);

test('with the same elementary functions, to 1e-13', async () => {
  const inNode = inContext(scripts.plain);
  const { answer } = await inBrowser('/plain.js');
  expect(differences(JSON.parse(inNode), JSON.parse(answer), 1e-13)).toEqual([]);
  // and they are no other simulation: the counts are those of the engine's own functions
  expect(JSON.parse(inNode).result.effect.noLeaker).toEqual(JSON.parse(here).result.effect.noLeaker);
}, 120_000);
