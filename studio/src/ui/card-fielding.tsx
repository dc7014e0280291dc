import type { FieldingResult, ReachedDate } from 'cupola';
import { useState } from 'preact/hooks';
import { Chart } from '../charts/chart.tsx';
import { fieldingMarks, fieldingRows, leavingRows, leavingTable, mostLost } from '../charts/fielding-rows.ts';
import { ink } from '../charts/ink.ts';
import { numbers, text } from '../i18n/text.ts';
import { current, reference, variant } from '../state/session.ts';
import { Card, type Delta } from './card.tsx';
import { referenceName } from './reference-name.ts';

const MONTHS_A_YEAR = 12;

/** When does it stand? Units on orbit by month over many launch campaigns, and what is left when somebody leaves. */
export function FieldingCard() {
  const t = text.value;
  const n = numbers.value;
  const [chosen, setChosen] = useState<string>();
  const { fielding, opened, status, result } = current.value;
  const title = t('answers.fielding');
  const { withdrawal } = variant.value?.opened ?? {};
  const isNone = result !== undefined && result.fielding === null;
  if (!opened || isNone || (!fielding && status !== 'running' && status !== 'done'))
    return <Card id="fielding" title={title} what={isNone ? t('fielding.none') : undefined} />;
  if (!fielding) return <Card id="fielding" title={title} />;
  const before = variant.value ? reference.value.fielding : undefined;
  const elements = [...fielding.elements].sort((a, b) => b.targetCount - a.targetCount);
  const shown = chosen === undefined ? elements[0] : elements.find(({ id }) => id === chosen);
  const part = shown ?? fielding;
  const { firstCapability, fullCapability } = part;
  const name = shown?.id ?? t('fielding.whole');
  const percent = ({ fraction }: ReachedDate) => n.percent(fraction);
  const compared = before && partOf(before, shown?.id);
  return (
    <Card
      id="fielding"
      title={title}
      value={part.firstCapability.p50Date ?? t('fielding.never')}
      what={t('fielding.headline', { share: percent(firstCapability), name })}
      range={rangeOf(firstCapability)}
      delta={compared && monthsDelta(compared.firstCapability, firstCapability)}
      lines={[
        [
          t('fielding.full', {
            share: percent(fullCapability),
            date: fullCapability.p50Date ?? t('fielding.never').toLocaleLowerCase(),
            end: n.percent(part.capabilityFraction.p50.at(-1) ?? Number.NaN),
          }),
          compared && fullCapability.p50Date !== compared.fullCapability.p50Date
            ? `(${monthsDelta(compared.fullCapability, fullCapability).words})`
            : '',
        ].join(' '),
        withdrawal && t('fielding.without'),
      ]}
    >
      <label class="row chart-choice">
        <span class="quiet">{t('fielding.show')}</span>
        <select name="fielded" value={shown?.id ?? ''} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{t('fielding.all')}</option>
          {elements.map(({ id, targetCount }) => (
            <option key={id} value={id}>{`${id} (${n.count(targetCount)})`}</option>
          ))}
        </select>
      </label>
      <Chart
        title={shown ? t('fielding.units', { name: shown.id }) : t('fielding.capability')}
        say={t('fielding.say')}
        rows={fieldingRows(fielding, before, shown?.id)}
        columns={[t('fielding.month'), t('fielding.median'), 'P10', 'P90']}
        kind="band"
        unit={shown ? '' : '%'}
        most={shown ? undefined : 100}
        marks={fieldingMarks(part, fielding.startYear)}
        tableStep={MONTHS_A_YEAR}
      />
      {before && <p class="quiet">{t('fielding.dashed', { name: referenceName() })}</p>}
      {withdrawal && withdrawal.byYear.length > 0 && (
        <>
          <Chart
            title={t('leaving.title')}
            say={t('leaving.say')}
            rows={leavingRows(mostLost(withdrawal))}
            columns={[t('leaving.year'), ...withdrawal.byYear.map(({ element }) => `${element} (%)`)]}
            kind="lines"
            unit="%"
            most={100}
            marks={[{ x: withdrawal.afterYr, label: '' }]}
            legend={mostLost(withdrawal).map(({ element }, i) => ({
              name: element,
              color: ink.series[i % ink.series.length],
            }))}
            table={leavingTable(withdrawal)}
          />
          <p class="quiet">{t('leaving.hint')}</p>
        </>
      )}
    </Card>
  );
}

function partOf(fielding: FieldingResult, id: string | undefined) {
  return id === undefined ? fielding : fielding.elements.find((each) => each.id === id);
}

function rangeOf({ p10Date, p50Date, p90Date, reachedProbability }: ReachedDate): string {
  const t = text.value;
  const odds = t('fielding.odds', { share: numbers.value.percent(reachedProbability) });
  if (!p50Date || !p10Date) return odds;
  return p90Date ? t('answers.range80', { low: p10Date, high: p90Date }) : odds;
}

/** Months later or earlier; or that it is not reached any more. */
function monthsDelta(before: ReachedDate, after: ReachedDate): Delta {
  const t = text.value;
  const name = referenceName();
  const was = before.p50Date;
  const is = after.p50Date;
  if (was === is) return { words: t('answers.same', { name }), mood: 'same' };
  if (was === undefined) return { words: t('fielding.nowReached', { name }), mood: 'better' };
  if (is === undefined) return { words: t('fielding.lost', { date: was, name }), mood: 'worse' };
  const months = monthOf(is) - monthOf(was);
  const words = t(months > 0 ? 'fielding.later' : 'fielding.earlier', {
    months: numbers.value.count(Math.abs(months)),
    name,
  });
  return { words, mood: months > 0 ? 'worse' : 'better' };
}

/** `2031-04` as a number of months. */
function monthOf(date: string): number {
  const [year, month] = date.split('-').map(Number);
  return MONTHS_A_YEAR * year + month;
}
