import type { Figure } from '../../figures/figure.ts';
import { type ShareLine, sharesChart } from '../../figures/history-chart.ts';
import type { DependenceHistory } from '../../flow/dependence-history.ts';
import { say } from '../../words/words.ts';
import { partnerName, partnerRows, shownPartner, trendSentence } from '../history-lines.ts';
import { yearsOf } from './years-of.ts';

/** One partner's shares since the ledger begins: of a year's new money for satellites and for launches, and of the contracts held. */
export function historyFigure(history: DependenceHistory | null | undefined): Figure | null {
  if (!history || history.points.length < 2) return null;
  const partner = shownPartner(history);
  const rows = partnerRows(history, partner);
  const name = partnerName(history, partner);
  const claim = history.claims.find((each) => each.partner === partner);
  const sentence = say('figure.history-say', { name, answer: claim ? trendSentence(claim) : '' });
  const money = (key: 'space' | 'launch') =>
    rows.map(({ date, [key]: { fraction, low, high } }) => ({ year: yearsOf(date), share: fraction, low, high }));
  const lines: ShareLine[] = [
    { name: say('figure.history-space'), color: ({ accent }) => accent, points: money('space') },
    { name: say('figure.history-launch'), color: ({ series }) => series[1], points: money('launch') },
    {
      name: say('figure.history-contracts'),
      color: ({ series }) => series[7],
      points: rows.map(({ date, contractFraction }) => ({ year: yearsOf(date), share: contractFraction })),
    },
  ];
  return {
    id: 'dependence-history',
    title: say('figure.history'),
    sentence,
    chart: sharesChart(lines, say('figure.history-axis', { name }), claim && momentOf(claim)),
    columns: [
      'date',
      'contractFraction',
      ...(['space', 'launch', 'all'] as const).flatMap((key) => [`${key}Fraction`, `${key}Low`, `${key}High`]),
      'contractHerfindahlIndex',
      'moneyHerfindahlIndex',
    ],
    rows: rows
      .map(({ date, contractFraction, space, launch, all, contractHerfindahlIndex, moneyHerfindahlIndex }) => [
        date,
        contractFraction,
        ...[space, launch, all].flatMap(({ fraction, low, high }) => [fraction, low, high]),
        contractHerfindahlIndex,
        moneyHerfindahlIndex,
      ])
      .map((row) => row.map((cell) => (typeof cell === 'number' && Number.isNaN(cell) ? '' : cell))),
  };
}

function momentOf({ since, trend }: DependenceHistory['claims'][number]) {
  const words = say('figure.history-claim', { trend: say(`figure.history-${trend}`) });
  return { year: yearsOf(since.date), words };
}
