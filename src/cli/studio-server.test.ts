import { expect, test } from 'vitest';
import { serveStudio } from './studio-server.ts';

const folder = new URL('./', import.meta.url);

test('a port that is taken is an error, or another is taken where any will do', async () => {
  const first = await serveStudio({ folder, port: 0 });
  const port = Number(new URL(first.url).port);
  const second = await serveStudio({ folder, port, orAnother: true });
  try {
    expect(second.url).not.toBe(first.url);
    expect((await fetch(new URL('scenario.json', second.url))).status).toBe(404);
    await expect(serveStudio({ folder, port })).rejects.toThrow(`port ${port} is in use`);
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});
