import { pngBeside, svgBeside } from '../globe/beside.ts';
import { text } from '../i18n/text.ts';
import { askReport } from '../state/runs.ts';
import { current, plan, reference, variant } from '../state/session.ts';
import { page, planName } from '../state/view.ts';
import { csv, downloadBlob, downloadText } from './download.ts';
import { measures } from './measures.ts';
import { shownGlobes } from './stage.ts';

/** The globe as it stands, or both side by side: pixels, or a drawing. */
export async function exportGlobe(kind: 'png' | 'svg'): Promise<void> {
  const shown = shownGlobes();
  if (shown.length === 0) return;
  const name = page.value === 'compare' ? 'comparison' : planName.value;
  if (kind === 'png')
    downloadBlob(`${name}.png`, await pngBeside(await Promise.all(shown.map((each) => each.toPng()))));
  else {
    const drawings = await Promise.all(shown.map((each) => each.toSvg()));
    downloadText(`${name}.svg`, svgBeside(drawings), 'image/svg+xml');
  }
}

export function exportScenario(): void {
  downloadText(plan.value.file, plan.value.text, 'application/yaml');
}

export function exportResult(): void {
  const { result } = current.value;
  if (result) downloadText(`${planName.value}.json`, JSON.stringify(result, null, 2), 'application/json');
}

/** The report as one HTML page. */
export function exportReport(): void {
  askReport((html) => downloadText(`${planName.value}.html`, html, 'text/html'));
}

/** The headline figures, of the plan and of what it is compared with. */
export function exportAnswers(): void {
  const t = text.value;
  const other = variant.value && reference.value;
  const rows = measures.map(({ key, value }) => [t(key), value(current.value), other ? value(other) : undefined]);
  downloadText(`${planName.value}.csv`, csv([['measure', 'value', 'reference'], ...rows]), 'text/csv');
}
