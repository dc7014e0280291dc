import type { Problem } from 'cupola';
import { useRef } from 'preact/hooks';
import { language, languages, nameText, numbers, sentence, setLanguage, text } from '../i18n/text.ts';
import { mayLeaveDraft } from '../state/draft.ts';
import { embedCode } from '../state/embed.ts';
import { makeLink } from '../state/link.ts';
import { cancelRuns, runAgain } from '../state/runs.ts';
import {
  canRedo,
  canUndo,
  change,
  current,
  isShipped as isShippedSide,
  plan,
  redo,
  reference,
  shipped,
  shippedTitles,
  undo,
  variant,
} from '../state/session.ts';
import { changeGround, ground } from '../state/theme.ts';
import { drawer, page, planName, say } from '../state/view.ts';
import type { Failure } from '../worker/failure.ts';
import { exportAnswers, exportGlobe, exportReport, exportResult, exportScenario } from './export.ts';
import { openPlan, toggleCompare } from './input.ts';
import { Menu } from './menu.tsx';
import { ACCEPT, openFiles } from './open-files.ts';

const TRIALS = [50, 200, 1000, 5000];
/** A draw takes about as long as so many raids. */
const DRAW_RAIDS = 40;

export function Header() {
  const t = text.value;
  const isPair = page.value === 'compare';
  const exports: [string, () => void][] = [
    [t(isPair ? 'export.pngBoth' : 'export.png'), () => void exportGlobe('png')],
    [t(isPair ? 'export.svgBoth' : 'export.svg'), () => void exportGlobe('svg')],
    [t('export.report'), exportReport],
    [t('export.answers'), exportAnswers],
    [t('export.scenario'), exportScenario],
    [t('export.result'), exportResult],
    ...(isPair ? [] : [[t('export.embed'), () => void copyEmbed()] as [string, () => void]]),
    [t('convert.title'), () => open('convert')],
  ];
  return (
    <header class="top">
      <h1>{t('app.title')}</h1>
      {page.value === 'main' && <ScenarioPicker />}
      <TrialsPicker />
      <RunState />
      <div class="actions">
        <button
          type="button"
          class="icon"
          disabled={!canUndo.value}
          onClick={undo}
          aria-label={t('action.undo')}
          title={t('action.undo')}
        >
          ↶
        </button>
        <button
          type="button"
          class="icon"
          disabled={!canRedo.value}
          onClick={redo}
          aria-label={t('action.redo')}
          title={t('action.redo')}
        >
          ↷
        </button>
        <span class="wide">
          {page.value === 'main' && (
            <button type="button" data-action="compare" onClick={toggleCompare}>
              {t('action.compare')}
            </button>
          )}
          <button type="button" onClick={() => void share()}>
            {t('action.share')}
          </button>
          <Menu label={t('action.export')} items={exports} />
        </span>
        <select
          aria-label={t('lang.label')}
          value={language.value}
          onChange={(event) => void setLanguage(event.currentTarget.value)}
        >
          {languages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <span class="narrow">
          <Menu
            label={t('action.more')}
            items={[
              [t(page.value === 'main' ? 'action.compare' : 'compare.close'), toggleCompare],
              [t('action.share'), () => void share()],
              [t('scenario.open'), () => document.querySelector<HTMLElement>('.picker input[type=file]')?.click()],
              [t('action.satellites'), () => open('satellites')],
              [t(ground.value === 'light' ? 'theme.dark' : 'theme.light'), changeGround],
              [t('action.help'), () => open('help')],
              ...exports,
            ]}
          />
        </span>
        <button
          type="button"
          class="icon theme"
          onClick={changeGround}
          aria-label={t(ground.value === 'light' ? 'theme.dark' : 'theme.light')}
          title={t(ground.value === 'light' ? 'theme.dark' : 'theme.light')}
        >
          ◐
        </button>
        <button
          type="button"
          class="icon help"
          onClick={() => open('help')}
          aria-label={t('action.help')}
          title={t('action.help')}
        >
          ?
        </button>
      </div>
    </header>
  );
}

function open(name: typeof drawer.value): void {
  const isClosing = drawer.value === name;
  if (!isClosing || name !== 'scenario' || mayLeaveDraft()) drawer.value = isClosing ? 'none' : name;
}

function ScenarioPicker() {
  const t = text.value;
  const file = useRef<HTMLInputElement>(null);
  const name = planName.value;
  const isShipped = isShippedSide(plan.value);
  return (
    <div class="picker">
      <label>
        <span class="quiet">{t('scenario.label')}</span>
        <select
          value={isShipped ? name : ''}
          title={isShipped ? nameText.value(shippedTitles[name] ?? name) : plan.value.file}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            if (shipped[chosen] && !openPlan(`${chosen}.yaml`, shipped[chosen]))
              event.currentTarget.value = isShipped ? name : '';
          }}
        >
          {!isShipped && <option value="">{`${plan.value.file} *`}</option>}
          {Object.keys(shipped).map((each) => (
            <option key={each} value={each}>
              {nameText.value(shippedTitles[each] ?? each)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => open('scenario')} aria-expanded={drawer.value === 'scenario'}>
        {t('scenario.edit')}
      </button>
      <button type="button" class="open" onClick={() => file.current?.click()} title={t('scenario.drop')}>
        {t('scenario.open')}
      </button>
      <input
        ref={file}
        type="file"
        class="hidden"
        multiple
        tabIndex={-1}
        aria-label={t('scenario.open')}
        accept={ACCEPT}
        onChange={(event) => {
          if (event.currentTarget.files) void openFiles(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** How many raids are drawn; what that means for the ranges stands with the first answer. */
function TrialsPicker() {
  const t = text.value;
  return (
    <label class="picker trials" title={t('trials.hint')}>
      <span class="quiet">{t('trials.label')}</span>
      <select
        name="trials"
        value={plan.value.trials}
        onChange={(event) => change({ trials: Number(event.currentTarget.value) })}
      >
        {[...new Set([...TRIALS, plan.value.trials])]
          .sort((a, b) => a - b)
          .map((trials) => (
            <option key={trials} value={trials}>
              {numbers.value.count(trials)}
            </option>
          ))}
      </select>
    </label>
  );
}

function RunState() {
  const t = text.value;
  const n = numbers.value;
  const runs = [reference.value, variant.value].filter((run) => run !== null);
  const active = runs.filter(({ status }) => status === 'running');
  const run = current.value;
  const { status, elapsedMs, done, total, drawsDone } = run;
  const allDraws = run.opened?.draws ?? 0;
  if (active.length > 0) {
    const none = { done: 0, total: 0, draws: 0, allDraws: 0 };
    const sum = active.reduce(
      (all, { opened, ...run }) => ({
        done: all.done + run.done,
        total: all.total + run.total,
        draws: all.draws + run.drawsDone,
        allDraws: all.allDraws + (opened?.draws ?? 0),
      }),
      none,
    );
    const counts = {
      done: n.count(sum.done),
      total: n.count(sum.total),
      draws: n.count(sum.draws),
      allDraws: n.count(sum.allDraws),
    };
    const words = t(sum.allDraws > 0 ? 'run.runningDraws' : 'run.running', counts);
    return (
      <div class="run" data-status="running">
        <progress
          max={Math.max(1, sum.total + DRAW_RAIDS * sum.allDraws)}
          value={sum.done + DRAW_RAIDS * sum.draws}
          aria-label={words}
        />
        <span title={words}>{sum.done > 0 ? words : t('run.reading')}</span>
        <button type="button" onClick={cancelRuns}>
          {t('run.cancel')}
        </button>
      </div>
    );
  }
  const words =
    status === 'problems'
      ? problemWords(run.problems)
      : status === 'failed'
        ? t('run.failed', { message: failureWords(run.failure) })
        : status === 'stopped'
          ? t(run.isTooLong ? 'run.tooLong' : allDraws > 0 ? 'run.stoppedDraws' : 'run.stopped', {
              done: n.count(done),
              total: n.count(total),
              draws: n.count(drawsDone),
              allDraws: n.count(allDraws),
              time: n.duration(elapsedMs / 1000),
            })
          : done > 0
            ? t(allDraws > 0 ? 'run.doneDraws' : 'run.done', {
                done: n.count(done),
                draws: n.count(drawsDone),
                seconds: n.seconds(elapsedMs / 1000),
              })
            : t('run.noRaid');
  return (
    <div class="run" data-status={status}>
      <span role={status === 'problems' || status === 'failed' ? 'alert' : undefined}>{words}</span>
      {(status === 'stopped' || status === 'failed') && (
        <button type="button" onClick={runAgain}>
          {t('run.again')}
        </button>
      )}
      {status === 'problems' && (
        <button type="button" onClick={() => open('scenario')}>
          {t('scenario.edit')}
        </button>
      )}
    </div>
  );
}

/** What is wrong, where it is one thing; else how many. */
function problemWords(problems: readonly Problem[]): string {
  const t = text.value;
  const [first] = problems;
  if (!first || problems.length > 1) return t('run.problems', { count: problems.length });
  return t('run.problem', { message: sentence.value(first.said) });
}

function failureWords({ code, seconds, message }: Failure = { code: 'error' }): string {
  return text.value(`failed.${code}`, {
    time: numbers.value.duration(seconds ?? Number.NaN),
    message: message ?? '',
  });
}

async function copyEmbed(): Promise<void> {
  const t = text.value;
  const link = await makeLink();
  if (!link) {
    say(t('link.share'));
    return;
  }
  try {
    await navigator.clipboard.writeText(embedCode(link, 'curve', current.value.opened?.name ?? t('app.title')));
    say(t('export.embedded'));
  } catch {
    say(t('export.embedFailed'));
  }
}

async function share(): Promise<void> {
  const t = text.value;
  const link = await makeLink();
  if (!link) {
    say(t('link.share'));
    return;
  }
  history.replaceState(null, '', link);
  try {
    await navigator.clipboard.writeText(link);
    say(t('action.shared'));
  } catch {
    say(t('action.sharedHere'));
  }
}
