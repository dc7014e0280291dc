import { type Said, said } from '../flow/said.ts';

/** What servers of elements answer in place of data; a data file is longer than any of them. */
const REPLIES =
  /^(no gp data found|gp data has not updated|invalid query|error\b|too many requests|access denied|forbidden)/i;
const LONGEST_REPLY = 4000;
const SHOWN = 120;

/** Quotes the reply of a server that was saved in place of data: a page, a refusal, an error object; undefined for anything else. */
export function serverReply(text: string): Said | undefined {
  const start = text
    .slice(0, LONGEST_REPLY)
    .replace(/^\uFEFF/, '')
    .trim();
  const isPage = /^<(!doctype\s+html|html)\b/i.test(start);
  const isShort = text.length < LONGEST_REPLY;
  if (!isPage && !(isShort && (REPLIES.test(start) || isErrorObject(start)))) return undefined;
  const plain = isPage ? start.replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ') : start;
  const words = plain.replace(/\s+/g, ' ').trim();
  return said('elements.reply', { text: words.length > SHOWN ? `${words.slice(0, SHOWN)}...` : words });
}

function isErrorObject(text: string): boolean {
  return /^\[?\s*\{\s*"(error|message|detail|status|statusCode)"/i.test(text) && !text.includes('MEAN_MOTION');
}
