import { withRunLines } from 'cupola/compare';
import { pngBeside, svgBeside } from '../globe/beside.ts';
import { type Foot, pngWithFoot, svgWithFoot } from '../globe/foot.ts';
import { colors } from '../globe/palette.ts';
import { text } from '../i18n/text.ts';
import { runLines, shownRuns } from '../state/run-words.ts';
import { askReport } from '../state/runs.ts';
import { current, exportedFile, plan, reference, scenarioName, scene, variant } from '../state/session.ts';
import { page, say, unixS, utcOf } from '../state/view.ts';
import { downloadBlob, downloadCsv, downloadText, exportedRuns } from './download.ts';
import { measureName, measures } from './measures.ts';
import { shownGlobes } from './stage.ts';

/** The globe as it stands, or both side by side: pixels, or a drawing. Under it stands of which run it is. */
export async function exportGlobe(kind: 'png' | 'svg'): Promise<void> {
  const shown = shownGlobes();
  const runs = exportedRuns();
  if (!runs) return;
  if (shown.length === 0) {
    say(text.value('export.globeFirst'));
    return;
  }
  const name = page.value === 'compare' ? 'comparison' : exportedName();
  const foot: Foot = {
    title: runs.map(({ title }) => title).join(' / '),
    lines: [...runLines(runs), momentLine()],
    data: runs.map(({ record }) => record),
  };
  if (kind === 'png') {
    const picture = await pngBeside(await Promise.all(shown.map((each) => each.toPng())));
    downloadBlob(`${name}.png`, await pngWithFoot(picture, foot, Math.min(2, devicePixelRatio || 1)));
  } else {
    const drawings = await Promise.all(shown.map((each) => each.toSvg()));
    const drawing = svgWithFoot(svgBeside(drawings), foot, { ground: colors.space, ink: colors.text });
    downloadText(`${name}.svg`, drawing, 'image/svg+xml');
  }
}

/** What files of the run are called, without an ending. */
const exportedName = () => scenarioName(exportedFile(plan.value));

/** `Raid 37, 2026-07-01 00:01:00 UTC`: what is seen. */
function momentLine(): string {
  return `${scene.value ? `${text.value('chain.raid', { trial: String(scene.value.trial + 1) })}, ` : ''}${utcOf(unixS.value)} UTC`;
}

/** The text of the scenario, under lines that say how it was run. */
export function exportScenario(): void {
  const runs = shownRuns();
  const own = page.value === 'compare' ? runs?.slice(-1) : runs; // a scenario that cannot be read can be kept as well
  const lines = (own ?? []).flatMap((run) => runLines([{ ...run, side: '' }]));
  downloadText(exportedFile(plan.value), withRunLines(plan.value.text, lines), 'application/yaml');
}

export function exportResult(): void {
  const { result } = current.value;
  if (result) downloadText(`${exportedName()}.json`, JSON.stringify(result, null, 2), 'application/json');
  else say(text.value('export.wait'));
}

/** The report as one HTML page. */
export function exportReport(): void {
  if (current.value.result) askReport((html) => downloadText(`${exportedName()}.html`, html, 'text/html'));
  else say(text.value('export.wait'));
}

/** The headline figures, of the plan and of what it is compared with. */
export function exportAnswers(): void {
  const other = variant.value && reference.value;
  const rows = measures.map((measure) => [
    measureName(measure),
    measure.unit,
    measure.value(current.value),
    other ? measure.value(other) : undefined,
  ]);
  const { opened, result, isOpenedOld } = reference.value;
  const compared =
    other && opened && !isOpenedOld && page.value !== 'compare'
      ? runLines([{ side: text.value('export.reference'), title: opened.title, record: result?.run ?? opened.run }])
      : [];
  downloadCsv(`${exportedName()}.csv`, [['measure', 'unit', 'value', 'reference'], ...rows], compared);
}
