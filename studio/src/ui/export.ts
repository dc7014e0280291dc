import { text } from '../i18n/text.ts';
import { askReport } from '../state/runs.ts';
import { current, plan, reference, variant } from '../state/session.ts';
import { planName } from '../state/view.ts';
import { csv, downloadBlob, downloadText } from './download.ts';
import { measures } from './measures.ts';
import { shownGlobe } from './stage.ts';

/** The globe as it stands: pixels, or a drawing where the view is one. */
export async function exportGlobe(kind: 'png' | 'svg'): Promise<void> {
  const shown = shownGlobe();
  if (!shown) return;
  if (kind === 'png') downloadBlob(`${planName.value}.png`, await shown.toPng());
  else downloadText(`${planName.value}.svg`, await shown.toSvg(), 'image/svg+xml');
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
