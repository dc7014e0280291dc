import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeFile = createRequire(new URL('../../studio/package.json', import.meta.url)).resolve('axe-core/axe.min.js');
const axeCore = readFileSync(axeFile, 'utf8');

/** Violations of WCAG 2.2 A and AA and of the best practices that axe-core knows, as short lines. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeCore);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
}
