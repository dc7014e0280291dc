import { useEffect } from 'preact/hooks';
import { Chart } from '../../charts/chart.tsx';
import { chanceRows, spentRows } from '../../charts/date-rows.ts';
import type { Row } from '../../charts/effect-rows.ts';
import { ink } from '../../charts/ink.ts';
import { nameText, numbers, text } from '../../i18n/text.ts';
import { addRun, followMoreRuns, keyOfRun, MOST_MORE, moreRuns, removeRun } from '../../state/more-runs.ts';
import type { ShownRun } from '../../state/run-words.ts';
import { plan, type RunState, reference, type Side, shipped, shippedTitles, variant } from '../../state/session.ts';
import { ownScenarios, sideA, sideB, sideTitle } from '../../state/sides.ts';
import { runTitle } from './side-words.ts';

/** One of the runs by its letter. */
interface Run {
  letter: string;
  side: Side;
  run: RunState;
}

const LETTERS = 'ABCD';

/** The two sides, and up to two runs more, by date on one axis. */
export function Curves() {
  useEffect(followMoreRuns, []);
  const t = text.value;
  const n = numbers.value;
  const runs = runsShown();
  const known = runs.filter(({ run }) => run.joint);
  const rows = known.flatMap(({ letter, run }): Row[] => [
    ...chanceRows(run.joint!).map((row) => ({ ...row, series: letter, y: 0 })),
    ...spentRows(run.joint!).map((row) => ({ ...row, series: letter, y: 1 })),
  ]);
  const parts: [string, string] = [`${t('byDate.chart')} (%)`, `${t('byDate.spent')} (${n.billions})`];
  return (
    <section class="curves" aria-labelledby="curves-title">
      <h3 id="curves-title">{t('curves.title')}</h3>
      <ul class="plain curve-list">
        {runs.map(({ letter, side, run }, i) => (
          <li key={letter} class="row">
            <span class="badge" style={{ background: ink.series[LETTERS.indexOf(letter)] }}>
              {letter}
            </span>
            <span>{runTitle(side, run)}</span>
            {!run.joint && (
              <span class="quiet">
                {t(run.status === 'running' || run.status === 'idle' ? 'answers.wait' : 'curves.none')}
              </span>
            )}
            {i >= runs.length - (plan.value.more?.length ?? 0) && (
              <button
                type="button"
                class="small"
                aria-label={t('curves.removeOf', { name: letter })}
                onClick={() => removeRun(i - runs.length + (plan.value.more?.length ?? 0))}
              >
                {t('curves.remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <AddRun />
      {rows.length > 0 && (
        <Chart
          title={t('curves.chart')}
          say={t('curves.say', { count: known.length })}
          rows={rows}
          columns={[
            t('byDate.date'),
            ...known.flatMap(({ letter }) => [
              t('curves.median', { name: letter }),
              `${letter}: P10`,
              `${letter}: P90`,
              t('curves.spent', { name: letter, unit: n.billions }),
            ]),
          ]}
          kind="curves"
          unit=""
          parts={parts}
          table={tableOf(known)}
          legend={known.map(({ letter, side, run }) => ({
            name: `${letter}: ${runTitle(side, run)}`,
            color: ink.series[LETTERS.indexOf(letter)],
          }))}
          runsOf={() => exported(known)}
        />
      )}
    </section>
  );
}

function runsShown(): Run[] {
  const b = sideB.value;
  const found: Run[] = [{ letter: 'A', side: sideA.value, run: reference.value }];
  if (b && variant.value) found.push({ letter: 'B', side: b, run: variant.value });
  for (const [i, side] of (plan.value.more ?? []).entries()) {
    const run = moreRuns.value.get(keyOfRun(side));
    found.push({
      letter: LETTERS[i + 2],
      side,
      run: run ?? { ...reference.value, joint: undefined, status: 'running' },
    });
  }
  return found;
}

/** By date the median and band of the chance, and the money, of each run. */
function tableOf(runs: readonly Run[]): (string | number)[][] {
  const dates = [...new Set(runs.flatMap(({ run }) => run.joint!.byDate.map(({ date }) => date)))].sort();
  return dates.map((date) => [
    date,
    ...runs.flatMap(({ run }) => {
      const at = run.joint!.byDate.find((each) => each.date === date);
      if (!at) return ['', '', '', ''];
      const { p10, p50, p90 } = at.noLeaker;
      return [100 * p50, 100 * p10, 100 * p90, at.spentMusd ? at.spentMusd.p50 / 1000 : ''];
    }),
  ]);
}

/** What is taken away says of which runs it is; undefined as long as one of them is still being read. */
function exported(runs: readonly Run[]): ShownRun[] | undefined {
  const known = runs.flatMap(({ letter, run: { opened, isOpenedOld, result } }) =>
    opened && !isOpenedOld ? [{ side: `${letter}: `, title: opened.title, record: result?.run ?? opened.run }] : [],
  );
  return known.length === runs.length ? known : undefined;
}

/** Adds a run: what stands on a side now, or another scenario. */
function AddRun() {
  const t = text.value;
  if ((plan.value.more?.length ?? 0) >= MOST_MORE) return <p class="quiet">{t('curves.full')}</p>;
  const b = sideB.value;
  const now: [string, Side][] = [['A', sideA.value], ...(b ? [['B', b] as [string, Side]] : [])];
  const choices = new Map<string, Side>([
    ...now.map(([letter, side]) => [`now:${letter}`, side] as const),
    ...ownScenarios.value.map((side) => [`own:${side.file}`, side] as const),
    ...Object.entries(shipped).map(
      ([name, written]) => [`shipped:${name}`, { file: `${name}.yaml`, text: written, switches: {} }] as const,
    ),
  ]);
  const label = (key: string, side: Side) => {
    if (key.startsWith('now:')) return t('curves.now', { name: key.slice('now:'.length) });
    return key.startsWith('own:')
      ? sideTitle(side)
      : nameText.value(shippedTitles[key.slice('shipped:'.length)] ?? key);
  };
  return (
    <label class="row">
      <span class="quiet">{t('curves.add')}</span>
      <select
        name="more"
        value=""
        onChange={(event) => {
          const side = choices.get(event.currentTarget.value);
          event.currentTarget.value = '';
          if (side) addRun(side);
        }}
      >
        <option value="">{t('compare.pick')}</option>
        {[...choices].map(([key, side]) => (
          <option key={key} value={key}>
            {label(key, side)}
          </option>
        ))}
      </select>
    </label>
  );
}
