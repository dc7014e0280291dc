import type { Page } from 'playwright-core';

/** Nodes and listeners of a page after a collection, and its heap. */
export async function held(page: Page): Promise<{ nodes: number; listeners: number; heapMb: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { nodes, listeners: jsEventListeners, heapMb: usedSize / 1e6 };
}
