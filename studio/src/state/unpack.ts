import type { MessageKey } from '../i18n/text.ts';

/** A link that cannot be read, with the reason as a text of the page. */
export class LinkError extends Error {
  readonly key: MessageKey;
  readonly words: Record<string, string | number>;

  constructor(key: MessageKey, words: Record<string, string | number> = {}) {
    super(key);
    this.name = 'LinkError';
    this.key = key;
    this.words = words;
  }
}

const CHUNK = 0x8000;

/** Text as compressed characters that an address may hold. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The text that was packed. Unpacking ends as soon as there is more than a link may hold: a small link can be made to
 * unpack to anything.
 *
 * @throws LinkError where the characters are damaged, or hold more
 */
export async function unpack(packed: string, maxCharacters: number): Promise<string> {
  const reader = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let out = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return out + decoder.decode();
      out += decoder.decode(value, { stream: true });
      if (out.length > maxCharacters) throw new LinkError('link.tooLarge', { limit: maxCharacters });
    }
  } catch (error) {
    void reader.cancel().catch(() => {});
    throw error instanceof LinkError ? error : new LinkError('link.damaged');
  }
}

function bytesOf(packed: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  } catch {
    throw new LinkError('link.damaged');
  }
}
