import { Chart } from '../charts/chart.tsx';
import { numbers, text } from '../i18n/text.ts';
import { current, reference, variant } from '../state/session.ts';
import { Card } from './card.tsx';

const LARGEST = 8;

/** What does it cost? */
export function CostCard() {
  const t = text.value;
  const n = numbers.value;
  const { cost } = current.value;
  const title = t('answers.cost');
  if (cost === null) return <Card id="cost" title={title} what={t('answers.none')} />;
  if (!cost) return <Card id="cost" title={title} />;
  const { result, uncertainty } = cost;
  const { p10, p50, p90 } = uncertainty.totalMusd;
  const before = variant.value ? reference.value.cost : undefined;
  const change = before ? p50 - before.uncertainty.totalMusd.p50 : 0;
  const announced = uncertainty.announced[0];
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
      value={n.money(p50)}
      what={t('cost.headline', { years: result.years, year: result.priceYear })}
      range={t('answers.range80', { low: n.money(p10), high: n.money(p90) })}
      delta={before ? (Math.abs(change) < 0.5 ? '' : n.money(change, true)) : undefined}
      mood={change > 0.5 ? 'worse' : change < -0.5 ? 'better' : 'same'}
      lines={[
        announced &&
          t('cost.announced', { ratio: n.short(p50 / announced.budgetMusd), budget: n.money(announced.budgetMusd) }),
        announced &&
          t('cost.under', { share: n.percent(announced.underProbability), budget: n.money(announced.budgetMusd) }),
      ]}
    >
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
