import type { CostAnswer } from 'cupola';
import { Chart } from '../charts/chart.tsx';
import { numbers, text } from '../i18n/text.ts';
import { differences } from '../state/differences.ts';
import { current, hasByDate, plan, reference, variant } from '../state/session.ts';
import type { Withdrawal } from '../worker/protocol.ts';
import { Card, type Delta, deltaOf } from './card.tsx';

const LARGEST = 8;

type Announced = CostAnswer['uncertainty']['announced'][number];

/** What does it cost? */
export function CostCard() {
  const t = text.value;
  const n = numbers.value;
  const { cost } = current.value;
  const isWhole = hasByDate.value;
  const title = t(isWhole ? 'whole.cost' : 'answers.cost');
  const tag = isWhole ? t('whole.tag') : undefined;
  if (cost === null) return <Card id="cost" title={title} what={t('answers.none')} />;
  if (!cost) return <Card id="cost" title={title} tag={tag} />;
  const { result, uncertainty } = cost;
  const { p10, p50, p90 } = uncertainty.totalMusd;
  const isDrawn = p90 > p10 && n.money(p90) !== n.money(p10);
  const before = (variant.value && reference.value.cost) || undefined;
  const { withdrawal } = variant.value?.opened ?? {};
  const elements = [...result.elements].sort((a, b) => b.totalMusd - a.totalMusd).filter((each) => each.totalMusd > 0);
  const rows = elements.slice(0, LARGEST).map(({ id, totalMusd }) => {
    const spread = uncertainty.elements.find((each) => each.id === id)?.totalMusd;
    const other = before?.result.elements.find((each) => each.id === id)?.totalMusd;
    return {
      name: id,
      value: (spread?.p50 ?? totalMusd) / 1000,
      low: spread && spread.p10 / 1000,
      high: spread && spread.p90 / 1000,
      reference: other === undefined ? undefined : other / 1000,
    };
  });
  const years = uncertainty.yearMusd.map((spread, i) => ({
    name: String(result.startYear + i),
    value: spread.p50 / 1000,
    low: spread.p10 / 1000,
    high: spread.p90 / 1000,
  }));
  return (
    <Card
      id="cost"
      title={title}
      tag={tag}
      value={n.money(p50)}
      what={t('cost.headline', { years: result.years, year: result.priceYear })}
      range={isDrawn ? t('answers.range80', { low: n.money(p10), high: n.money(p90) }) : t('cost.noRange')}
      delta={
        withdrawal && !plan.value.against
          ? substitutesDelta(withdrawal)
          : deltaOf(differences.value.get('p50Musd'), false)
      }
      lines={uncertainty.announced.flatMap((line) => announcedLines(line, isDrawn))}
    >
      {withdrawal && <LeavingBill withdrawal={withdrawal} years={result.years} />}
      <Chart
        title={t('cost.chart')}
        say={t('cost.chart.say')}
        rows={rows}
        columns={[t('cost.element'), t('cost.billions'), 'P10', 'P90']}
        kind="bars"
        unit={n.billions}
      />
      <Chart
        title={t('cost.years')}
        say={t('cost.years.say')}
        rows={years}
        columns={[t('cost.year'), t('cost.billions'), 'P10', 'P90']}
        kind="band"
        unit={n.billions}
      />
    </Card>
  );
}

/** An announced price beside the estimate; a chance to stay under it only where draws were made that differ. */
function announcedLines(line: Announced, isDrawn: boolean): string[] {
  const t = text.value;
  const n = numbers.value;
  const { budgetMusd, underProbability, underLowProbability, underHighProbability } = line;
  const until = String(line.untilYear);
  const budget = n.money(budgetMusd);
  const ratio = t('cost.announced', { until, ratio: n.short(line.dueMedianMusd / budgetMusd), budget });
  if (!isDrawn) return [ratio];
  if (underProbability === 0) return [ratio, t('cost.underNone', { share: n.percent(underHighProbability), budget })];
  if (underProbability === 1) return [ratio, t('cost.underAll', { share: n.percent(underLowProbability), budget })];
  return [ratio, t('cost.under', { share: n.percent(underProbability), budget })];
}

function substitutesDelta({ substitutionMusd }: Withdrawal): Delta {
  const t = text.value;
  if (Math.abs(substitutionMusd) < 0.5) return { words: t('cost.noSubstitutes'), mood: 'same' };
  const words = t('cost.substitutes', { delta: numbers.value.money(substitutionMusd, true) });
  return { words, mood: substitutionMusd > 0 ? 'worse' : 'better' };
}

/** What is saved when partners leave, and what their substitutes cost. The estimate itself is of the whole with everybody in. */
function LeavingBill({ withdrawal, years }: { withdrawal: Withdrawal; years: number }) {
  const t = text.value;
  const n = numbers.value;
  const { savedMusd, paidMusd, substitutionMusd, unspentMusd } = withdrawal;
  const lines = [
    [t('bill.saved'), -savedMusd],
    [t('bill.paid'), paidMusd],
    [t('bill.net'), substitutionMusd],
    [t('bill.unspent'), -unspentMusd],
  ] as const;
  return (
    <div class="bill">
      <table>
        <caption>{t('bill.title', { years: n.count(years) })}</caption>
        <tbody>
          {lines.map(([name, musd]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{Math.abs(musd) < 0.5 ? '0' : n.money(musd, true)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{t('bill.note')}</p>
    </div>
  );
}
