import { Chart } from '../charts/chart.tsx';
import { numbers, text } from '../i18n/text.ts';
import { current } from '../state/session.ts';
import { Card } from './card.tsx';

const LARGEST = 8;

/** Whom does it depend on? */
export function DependenceCard() {
  const t = text.value;
  const n = numbers.value;
  const { opened, cost } = current.value;
  const title = t('answers.dependence');
  if (!opened) return <Card id="dependence" title={title} />;
  const total = opened.elements.reduce((sum, each) => sum + each.count, 0);
  const [largest] = opened.partners;
  if (!largest || total === 0) return <Card id="dependence" title={title} what={t('dependence.none')} />;
  const spend = cost?.result.partners.filter(({ partner }) => partner !== 'unassigned' && partner !== 'launch') ?? [];
  const costliest = [...spend].sort((a, b) => b.totalMusd - a.totalMusd)[0];
  const nameOf = (id: string) => opened.partners.find((each) => each.id === id)?.name ?? id;
  const rows = opened.partners
    .filter(({ satelliteCount }) => satelliteCount > 0)
    .slice(0, LARGEST)
    .map(({ name, satelliteCount }) => ({ name, value: (100 * satelliteCount) / total }));
  return (
    <Card
      id="dependence"
      title={title}
      value={n.percent(largest.satelliteCount / total)}
      what={t('dependence.headline', { name: largest.name })}
      lines={[
        costliest &&
          cost &&
          t('dependence.money', {
            share: n.percent(costliest.totalMusd / cost.result.totalMusd),
            name: nameOf(costliest.partner),
          }),
      ]}
    >
      <Chart
        title={t('dependence.chart')}
        say={t('dependence.chart.say')}
        rows={rows}
        columns={[t('dependence.partner'), `${t('dependence.share')} (%)`]}
        kind="bars"
        unit="%"
      />
    </Card>
  );
}
