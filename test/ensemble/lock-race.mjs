// Takes the lock of folders as the rounds come: `node lock-race.mjs LOCK-MODULE`, then a line `FOLDER TIME-MS` a round on standard input.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { lockFolder } = await import(pathToFileURL(process.argv[2]).href);
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'end') break;
  const [folder, atMs] = line.split('\t');
  while (Date.now() < Number(atMs)); // all at the same millisecond
  try {
    globalThis.unlock = await lockFolder(folder);
    console.log('owns');
  } catch (error) {
    console.log(error.problems?.[0].code ?? String(error));
  }
}
process.exit(0);
