import type { SourcingAnswer, SourcingResult } from 'cupola';
import { type Said, said } from 'cupola/words';
import type { ComponentChildren } from 'preact';
import { nameText, numbers, sentence, text } from '../i18n/text.ts';
import { search } from '../state/search.ts';
import { downloadTable } from './download.ts';

interface Found {
  result: SourcingResult;
  answer: SourcingAnswer;
}
type Row = SourcingAnswer['launches'][number];

const NOTHING = '\u2013';
const part = (value: number) => sentence.value(said('sourcing.share', { share: value }));
const share = (value: number) => (value >= 0.005 ? part(value) : NOTHING);
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Who provides how much of what today, in the cheapest mix and in the chosen one; and what is launched. */
export function MixTable({ result, answer }: Found) {
  const t = text.value;
  const n = numbers.value;
  const { alternativesRatio: slack, alternatives } = result;
  const isRanged = alternatives.length > 0;
  const launches = (value: number) => (value >= 0.5 ? n.count(Math.round(value)) : NOTHING);
  const nameOf = ({ name, partner }: Row) =>
    partner === undefined
      ? nameText.value(name)
      : sentence.value(said('sourcing.by', { vehicle: name, partner: nameText.value(partner) }));
  const groups = [
    ...answer.mix.map(({ fleet, rows }) => ({ title: capital(sentence.value(fleet)), rows, words: share })),
    { title: capital(sentence.value(said('fleet.launch'))), rows: answer.launches, words: launches },
  ].filter(({ rows }) => rows.length > 0);
  const columns = 5 + (isRanged ? 1 : 0);
  return (
    <>
      <table class="wide-table">
        <thead>
          <tr>
            <th scope="col">{t('search.offer')}</th>
            <th scope="col">{t('search.today')}</th>
            <th scope="col">{t('search.cheapest')}</th>
            <th scope="col">{t('search.chosen')}</th>
            {isRanged && <th scope="col">{sentence.value(said('sourcing.within', { slack }))}</th>}
            <th scope="col">{t('search.cost')}</th>
          </tr>
        </thead>
        {groups.map(({ title, rows, words }) => (
          <tbody key={title}>
            <tr class="question">
              <th scope="rowgroup" colSpan={columns}>
                {title}
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{nameOf(row)}</th>
                <td data-label={t('search.today')}>{words(row.today)}</td>
                <td data-label={t('search.cheapest')}>{words(row.cheapest)}</td>
                <td data-label={t('search.chosen')}>{words(row.robust)}</td>
                {isRanged && (
                  <td data-label={sentence.value(said('sourcing.within', { slack }))}>
                    {row.within
                      ? sentence.value(said('sourcing.shares', { low: 100 * row.within.low, high: row.within.high }))
                      : NOTHING}
                  </td>
                )}
                <td data-label={t('search.cost')}>{row.costMusd > 0 ? n.money(row.costMusd) : NOTHING}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {isRanged && <p class="hint">{sentence.value(said('sourcing.ties', { slack }))}</p>}
      <div class="row">
        <button type="button" class="small" onClick={() => saveMix(answer)}>
          {t('export.table')}
        </button>
      </div>
    </>
  );
}

function saveMix({ mix, launches }: SourcingAnswer): void {
  const { file, command } = search.value;
  const head = ['function', 'offer', 'today', 'cheapest', 'chosen', 'leastWithin', 'mostWithin', 'costMusd'];
  const cells = (what: string, row: Row) => {
    const { name, today, cheapest, robust, within, costMusd } = row;
    return [what, name, today, cheapest, robust, within?.low, within?.high, costMusd];
  };
  downloadTable(
    'mix.csv',
    [
      head,
      ...mix.flatMap(({ name, rows }) => rows.map((row) => cells(name, row))),
      ...launches.map((row) => cells('launches', row)),
    ],
    [text.value('export.search', { file }), command, `cupola ${CUPOLA_VERSION}`],
  );
}

/** What today's mix and the chosen one keep after the losses that hurt. */
export function LossesTable({ answer, share: asked }: { answer: SourcingAnswer; share: number }) {
  const t = text.value;
  const { yearsYr, rows, otherCount } = answer.losses;
  const words = { count: otherCount, share: asked };
  if (rows.length === 0) return <p>{sentence.value(said('sourcing.all-losses', words))}</p>;
  const lacks = {
    launch: 'sourcing.launch',
    makers: 'sourcing.makers',
    nobody: 'sourcing.nobody',
    money: 'sourcing.money',
  } as const;
  const shares = (all: number[]) => all.map((each, i) => <td key={yearsYr[i]}>{part(each)}</td>);
  return (
    <>
      <h3>{sentence.value(said('sourcing.losses', { years: yearsYr.map(String) }))}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('search.lost')}</th>
            <th scope="col">{t('search.function')}</th>
            <th scope="col" colSpan={yearsYr.length}>
              {t('search.today')}
            </th>
            <th scope="col" colSpan={yearsYr.length}>
              {t('search.chosen')}
            </th>
            <th scope="col">{t('search.bottleneck')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ who, fleet, today, robust, bottleneck }) => (
            <tr key={`${sentence.value(who)} ${sentence.value(fleet)}`}>
              <th scope="row">{sentence.value(who)}</th>
              <td>{sentence.value(fleet)}</td>
              {shares(today)}
              {shares(robust)}
              <td>{bottleneck ? sentence.value(said(lacks[bottleneck])) : NOTHING}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {otherCount > 0 && <p class="hint">{sentence.value(said('sourcing.other-losses', words))}</p>}
    </>
  );
}

/** All mixes that cost little more, what would have to be true, and what a second launcher that is kept warm costs. */
export function AlternativesList({ result, answer }: Found) {
  const { alternatives, wouldBeTrue, warm } = answer;
  const line = ({ name, parts }: SourcingAnswer['alternatives'][number]) =>
    sentence.value(
      said('sourcing.line', {
        name: capital(sentence.value(name)),
        parts: parts.map((each) => sentence.value(each)).join(text.value('join.semicolon')),
      }),
    );
  return (
    <>
      <Folded
        title={said('sourcing.alternatives', { slack: result.alternativesRatio })}
        lines={alternatives.map(line)}
      />
      {wouldBeTrue.length > 0 && (
        <details>
          <summary>{sentence.value(said('sourcing.true'))}</summary>
          {wouldBeTrue.map((each) => (
            <div key={JSON.stringify(each.sentence)}>
              <p>{sentence.value(each.sentence)}</p>
              <Lines lines={each.changes.map((change) => capital(sentence.value(change)))} />
            </div>
          ))}
        </details>
      )}
      <Folded
        title={said('sourcing.warm', { who: warm.who })}
        lines={warm.sentences.map((each) => sentence.value(each))}
      />
      {warm.record.length > 0 && (
        <Folded title={said('sourcing.record')} lines={warm.record.map((each) => sentence.value(each))} />
      )}
    </>
  );
}

/** What the search rests on. */
export function NotesList({ notes }: { notes: readonly Said[] }) {
  return (
    <details>
      <summary>{text.value('notes.title')}</summary>
      <Lines lines={notes.map((note) => sentence.value(note))} />
    </details>
  );
}

function Folded({ title, lines }: { title: Said; lines: readonly string[] }): ComponentChildren {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{sentence.value(title)}</summary>
      <Lines lines={lines} />
    </details>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
