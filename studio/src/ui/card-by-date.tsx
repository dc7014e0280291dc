import type { JointAnswer } from 'cupola';
import { basisSentences, dayOrYear, jointSentence, quoteText, runQuote } from 'cupola/compare';
import { type Said, said } from 'cupola/words';
import { Chart, type ChartHandle } from '../charts/chart.tsx';
import { chanceRows, spentRows, yearsOf } from '../charts/date-rows.ts';
import { numbers, sentence, text } from '../i18n/text.ts';
import type { Told } from '../state/answers.ts';
import { differences } from '../state/differences.ts';
import { embedOf } from '../state/embed.ts';
import { change, current, plan, type RunState, reference, variant } from '../state/session.ts';
import { atDate } from '../state/view.ts';
import { Card, deltaOf } from './card.tsx';

/** The next choice of draws above a number of them. */
const MORE = [64, 256, 1024];
const CAUSES = 3;
/** A view in another page shows, and asks nothing. */
const isEmbedded = embedOf(location.search) !== undefined;

/** The answer of the run in one or two sentences, as `cupola run` leads with it; empty until there is one. */
export function leadOf(run: RunState): string {
  const joint = answerShown(run);
  const told = toldOf(run);
  if (!joint || !told) return '';
  void sentence.value; // told anew in another language
  return jointSentence(told, joint);
}

/** What the sentence tells beside the answer by date; undefined where there is none. */
function toldOf({ opened, isOpenedOld, cost, ahead }: RunState): Told | undefined {
  if (opened && !isOpenedOld)
    return opened.draws > 0 ? { raid: opened.raid, coverage: opened.spaceLayers, cost: cost ?? null } : undefined;
  return ahead;
}

/** The sentence of the run that leads the page, with its footnote; undefined until all of it is flown. */
export function quoteOf(run: RunState): string | undefined {
  const { result, status } = run;
  const lead = leadOf(run);
  if (status === 'running' || !result?.headline || lead === '') return undefined;
  return quoteText(runQuote(result, lead, answerShown(run)?.headline.date));
}

/** The answer at the date that was chosen, or at which the reference is told, so that a switch is seen in it; as `cupola run --date` tells it. */
function answerShown({ joint }: RunState): JointAnswer | undefined {
  const date = atDate.value ?? (variant.value ? reference.value.joint?.headline.date : undefined);
  const at = joint?.byDate.find((each) => each.date === date);
  if (!joint || !at || joint.headline.date === at.date) return joint;
  const { noLeaker, spentMusd } = at;
  return { ...joint, headline: { ...joint.headline, date: at.date, noLeaker, spentMusd } };
}

/** Does the shield close, by the date of the headline, as it can be built? */
export function ByDateCard() {
  const t = text.value;
  const n = numbers.value;
  const run = current.value;
  const { joint: own, ahead, drawsDone, status } = run;
  const opened = run.isOpenedOld ? undefined : run.opened;
  const joint = answerShown(run);
  const title = t('answers.by-date');
  if (opened?.draws === 0) return null;
  if (!joint) return <Card id="by-date" title={title} />;
  const draws = opened?.draws ?? joint.draws.drawsCount;
  const { date, noLeaker, spentMusd } = joint.headline;
  const before = variant.value ? reference.value.joint : undefined;
  const isCut = drawsDone < draws;
  const soFar = { done: n.count(drawsDone), total: n.count(draws) };
  const more = MORE.find((count) => count > draws);
  const withdrawal = opened?.withdrawal;
  const chance = t('byDate.chart');
  const marks = [{ x: yearsOf(date), label: '' }];
  const leave = leaveHandle(current.value);
  if (leave && withdrawal) marks.push({ x: yearsOf(withdrawal.leaveDate), label: t('byDate.leaves') });
  return (
    <Card
      id="by-date"
      title={title}
      value={t('byDate.value', { share: noLeaker.p50 })}
      what={t('byDate.headline', { year: dayOrYear(date) })}
      range={t('byDate.range', { low: noLeaker.p10, high: noLeaker.p90 })}
      delta={deltaOf(differences.value.get(`noLeaker.${date}`), true)}
      isRunning={status === 'running'}
      lines={[
        isCut && t(ahead ? 'byDate.ahead' : 'byDate.soFar', soFar),
        withdrawal && !plan.value.against && t('byDate.leave', { date: withdrawal.leaveDate }),
        sentence.value(spentMusd ? said('joint.spent', { ...spentMusd }) : said('joint.unpriced')),
        ...(joint === own ? [sentence.value(causesOf(joint)), ...basisSentences(joint.headline)] : []), // of its own date
        sentence.value(bandsOf(joint)),
      ]}
    >
      <Chart
        title={chance}
        say={t('byDate.chartSay')}
        rows={chanceRows(joint, before)}
        columns={[t('byDate.date'), t('byDate.median'), 'P10', 'P90']}
        kind="band"
        unit="%"
        most={100}
        marks={marks}
        {...(leave && { handle: leave })}
      />
      {spentMusd && (
        <Chart
          title={t('byDate.spent')}
          say={t('byDate.spentSay')}
          rows={spentRows(joint, before)}
          columns={[t('byDate.date'), t('byDate.median'), 'P10', 'P90']}
          kind="band"
          unit={n.billions}
          marks={marks}
        />
      )}
      {status !== 'running' && more && !isEmbedded && (
        <p class="quiet">
          <button type="button" class="link inline" onClick={() => change({ draws: more })}>
            {t('byDate.more', { count: n.count(more) })}
          </button>
        </p>
      )}
    </Card>
  );
}

/** The date on which those who are switched off leave, to be moved along the curve; of one shield, where somebody is. */
function leaveHandle({ opened }: RunState): ChartHandle | undefined {
  const { withdrawal, dates = [] } = opened ?? {};
  if (!withdrawal || plan.value.against || isEmbedded || dates.length < 2) return undefined;
  return {
    label: text.value('byDate.leaveIn'),
    stops: dates.map((date) => ({ x: yearsOf(date), name: dayOrYear(date) })),
    index: Math.max(0, dates.indexOf(withdrawal.leaveDate)),
    onChoose: (index) => void change({ leaveDate: dates[index] }),
  };
}

/** What decides: inputs by their share of the spread of the chance. */
function causesOf({ headline, draws }: JointAnswer): Said {
  const causes = headline.causes.slice(0, CAUSES).map(({ path, share }) => said('joint.cause', { path, share }));
  return causes.length > 0 ? said('joint.causes', { causes }) : said('joint.causes-none', { draws: draws.drawsCount });
}

function bandsOf({ draws: { drawsCount, inputCount, raidsCount } }: JointAnswer): Said {
  return said('joint.bands', { draws: drawsCount, inputs: inputCount, raids: raidsCount });
}
