import type { ResultDifference } from 'cupola/compare';
import { useRef } from 'preact/hooks';
import { nameText, numbers, text } from '../../i18n/text.ts';
import { differences } from '../../state/differences.ts';
import {
  isShipped,
  type RunState,
  reference,
  type Side,
  scenarioName,
  shipped,
  shippedTitles,
  variant,
} from '../../state/session.ts';
import { choose, ownScenarios, type SideName, sideTitle } from '../../state/sides.ts';
import { moodOf, showDifference } from '../figures.ts';
import { ACCEPT, openFiles } from '../open-files.ts';
import { partnersWords } from './side-words.ts';

/** What stands on a side: chosen from the scenarios that are shipped, from those written or opened here, or from a file. */
export function SidePicker({ name, side }: { name: SideName; side: Side | undefined }) {
  const t = text.value;
  const file = useRef<HTMLInputElement>(null);
  const letter = name.toUpperCase();
  const own = ownScenarios.value;
  const run = name === 'a' ? reference.value : variant.value;
  const shownKey = side ? keyOf(side, own) : '';
  return (
    <div class="side-picker">
      <div class="row">
        <span class="badge" aria-hidden="true">
          {letter}
        </span>
        <select
          name={`side-${name}`}
          aria-label={t('compare.choose', { side: letter })}
          value={shownKey}
          onChange={(event) => {
            const chosen = sideOf(event.currentTarget.value, own);
            if (chosen && !choose(name, chosen)) event.currentTarget.value = shownKey;
          }}
        >
          {!side && <option value="">{t('compare.pick')}</option>}
          {own.length > 0 && (
            <optgroup label={t('compare.own')}>
              {own.map((each, i) => (
                <option key={each.file} value={`own:${i}`}>
                  {sideTitle(each)}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={t('compare.shipped')}>
            {Object.keys(shipped).map((each) => (
              <option key={each} value={`shipped:${each}`}>
                {nameText.value(shippedTitles[each] ?? each)}
              </option>
            ))}
          </optgroup>
        </select>
        <button type="button" onClick={() => file.current?.click()} title={t('compare.drop', { side: letter })}>
          {t('scenario.open')}
        </button>
        <input
          ref={file}
          type="file"
          class="hidden"
          multiple
          tabIndex={-1}
          aria-label={`${letter}: ${t('scenario.open')}`}
          accept={ACCEPT}
          onChange={(event) => {
            if (event.currentTarget.files) void openFiles(event.currentTarget.files, name);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {run && side && <Headlines name={name} run={run} />}
      <p class="quiet">
        {run?.opened && side ? [run.opened.name, ...partnersWords(side, run)].join(' · ') : ' '}
        {run?.status === 'problems' && (
          <span class="problems" data-count={run.problems.length} role="alert">
            {` ${t('run.problems', { count: run.problems.length })}`}
          </span>
        )}
      </p>
    </div>
  );
}

/** The two figures that matter most, at a glance; on the second side with the difference. */
function Headlines({ name, run }: { name: SideName; run: RunState }) {
  const t = text.value;
  const n = numbers.value;
  const { effect, cost } = run;
  const closes = name === 'b' ? differences.value.get('noLeakerProbability') : undefined;
  const price = name === 'b' ? differences.value.get('p50Musd') : undefined;
  return (
    <p class="side-figures">
      {effect && (
        <span>
          <b>{n.percent(effect.noLeaker.probability)}</b> {t('compare.closes')} <Change row={closes} moreIsBetter />
        </span>
      )}
      {cost && (
        <span>
          <b>{n.money(cost.uncertainty.totalMusd.p50)}</b> <Change row={price} moreIsBetter={false} />
        </span>
      )}
    </p>
  );
}

function Change({ row, moreIsBetter }: { row: ResultDifference | undefined; moreIsBetter: boolean }) {
  if (!row) return null;
  return (
    <span class="delta" data-mood={moodOf(row, moreIsBetter)}>
      {row.difference === 0 ? text.value('verdict.same') : showDifference(row.difference, row.unit)}
      {row.difference !== 0 && !row.isReal && ` (${text.value('verdict.noise')})`}
    </span>
  );
}

function keyOf(side: Side, own: readonly Side[]): string {
  const { file, text: written } = side;
  if (isShipped(side)) return `shipped:${scenarioName(file)}`;
  return `own:${own.findIndex((each) => each.file === file && each.text === written)}`;
}

function sideOf(key: string, own: readonly Side[]): Side | undefined {
  const name = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('shipped:'))
    return shipped[name] === undefined ? undefined : { file: `${name}.yaml`, text: shipped[name], switches: {} };
  return own[Number(name)];
}
