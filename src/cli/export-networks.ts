import { InputError } from '../flow/problems.ts';
import { said } from '../flow/said.ts';
import { isoFromUnixS } from '../physics/time.ts';
import {
  delayTable,
  type ExportedLink,
  graphMlText,
  hdtnText,
  ionText,
  linkTable,
} from '../report/export/network-text.ts';
import { csvText } from '../report/tables/csv.ts';
import { parquetBytes } from '../report/tables/parquet.ts';
import type { TidyTable } from '../report/tables/tidy-table.ts';
import type { Prepared } from '../run/prepare.ts';
import { contactPlan, networkLinks, siteDelays } from '../transport/network-links.ts';
import { outagesOf } from '../transport/outages.ts';
import { say } from '../words/words.ts';
import type { CommandContext } from './command.ts';
import type { InputFile } from './input-file.ts';
import { openOutputs, wishOf } from './write-file.ts';

const DEFAULT_RATE_MBPS = 100;
/** Links of all looks together. */
const MOST_LOOKED_AT = 50_000_000;

interface Wanted {
  fromS: number;
  durationS: number;
  stepS: number;
  rateMbps: number | undefined;
}

/** Links, delays and GraphML of the moment `--from`, contacts of the span; tables as Parquet where the name of the file says so. */
export async function exportNetworks(
  { transports, architecture, force }: Prepared,
  format: 'links' | 'delays' | 'graphml' | 'contacts',
  wanted: Wanted,
  inputs: InputFile[],
  context: CommandContext,
): Promise<number> {
  const [transport] = transports;
  if (!transport) throw new InputError([{ code: 'no-networks', path: 'format', said: said('command.no-network') }]);
  const outages = outagesOf(transport, force.stated);
  const { fromS } = wanted;
  const out = context.options.out as string | undefined;
  const asTable = (table: TidyTable) => (out?.endsWith('.parquet') ? parquetBytes(table) : csvText(table));
  const made = (): string | Uint8Array => {
    if (format === 'delays') return asTable(delayTable(siteDelays(transport, fromS, outages), fromS));
    const links = networkLinks(transport, fromS, outages);
    if (format === 'links') return asTable(linkTable(links, fromS));
    if (format === 'graphml') return graphMlText(links);
    const looks = Math.ceil(wanted.durationS / wanted.stepS);
    if (looks * links.length > MOST_LOOKED_AT) {
      const fault = said('export.looks', { looks, links: links.length });
      throw new InputError([{ code: 'too-large', path: '--step', said: fault }]);
    }
    const plan = contactPlan(transport, wanted, outages);
    const mbpsOf = ({ rateMbps }: ExportedLink) => wanted.rateMbps ?? rateMbps ?? DEFAULT_RATE_MBPS;
    const write = out?.endsWith('.json') ? hdtnText : ionText;
    return write(plan, mbpsOf, isoFromUnixS(architecture.epochUnixS));
  };
  const outputs = await openOutputs(wishOf('--out', out, 'file', format), inputs, context);
  const content = made();
  if (out === undefined || !(await outputs.file('--out', content))) context.out(String(content));
  else context.note(say('told.wrote', { file: out }));
  return outputs.exitCode;
}
