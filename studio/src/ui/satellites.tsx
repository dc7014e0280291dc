import { healthNote } from 'cupola/convert';
import { isoFromUnixS } from 'cupola/physics';
import { useState } from 'preact/hooks';
import { moveFleet } from '../globe/fleet.ts';
import { EARTH_KM } from '../globe/projector.ts';
import { nameText, numbers, sentence, text } from '../i18n/text.ts';
import {
  choose,
  followed,
  type Sight,
  satelliteName,
  servedKeys,
  shownSight,
  sightA,
  sightB,
} from '../state/constellation.ts';
import { current, isWaiting } from '../state/session.ts';
import { drawer, page, playing, timeS, utcOf } from '../state/view.ts';
import { downloadCsv } from './download.ts';

const SHOWN = 100;
/** For programs: whether it holds a terminal with a way to the centre. */
const TERMINALS = ['none', 'unserved', 'served'];

/** Every satellite, found by name, network or partner; of one of the two sides, where there are two. */
export function SatellitesPanel() {
  const t = text.value;
  const sides = [sightA, sightB].filter(({ fleet }) => fleet.value);
  const [side, setSide] = useState<Sight>(sightA);
  const isPair = page.value === 'compare' && sides.length > 1;
  const sight = page.value === 'main' ? shownSight : sides.includes(side) ? side : sightA;
  return (
    <>
      {isPair && (
        <fieldset class="switch">
          <legend class="hidden">{t('satellites.side')}</legend>
          {sides.map((each) => (
            <label key={each.slot.value}>
              <input type="radio" name="satellites-side" checked={each === sight} onChange={() => setSide(each)} />
              <span>{each === sightA ? 'A' : 'B'}</span>
            </label>
          ))}
        </fieldset>
      )}
      <SatellitesOf sight={sight} />
    </>
  );
}

function SatellitesOf({ sight }: { sight: Sight }) {
  const t = text.value;
  const n = numbers.value;
  const [word, setWord] = useState('');
  const all = sight.fleet.value;
  const [atS, setAtS] = useState(timeS.peek());
  // while time plays the table stays at a moment that can be read; as soon as it is paused, it is of that one
  if (!playing.value && atS !== timeS.value) setAtS(timeS.value);
  if (!all) return <p>{t(isWaiting(current.value) ? 'answers.wait' : 'answers.notRun')}</p>;
  const epochS = (sight.scene.value?.startS ?? 0) + atS;
  const utc = utcOf(all.opened.epochUnixS + epochS);
  moveFleet(all, epochS);
  const epochUtc = isoFromUnixS(all.opened.epochUnixS);
  const verdicts = all.opened.space.flatMap(({ health }) => (health ? [healthNote(health, epochUtc)] : []));
  const wanted = word.trim().toLowerCase();
  const partnerOf = (e: number) => {
    const { partner } = all.opened.elements[e];
    return all.opened.partners.find(({ id }) => id === partner)?.name ?? '';
  };
  const labels = all.opened.elements.map((info, e) => `${info.id} ${info.name} ${partnerOf(e)}`.toLowerCase());
  const found: number[] = [];
  let count = 0;
  for (let i = 0; i < all.count; i++) {
    const fits =
      !wanted || labels[all.elementIndex[i]].includes(wanted) || satelliteName(all, i).toLowerCase().includes(wanted);
    if (!fits) continue;
    if (count < SHOWN) found.push(i);
    count++;
  }
  const served = sight.served.value?.served;
  const servedWord = (i: number) => {
    const e = all.elementIndex[i];
    const state = served?.[e]?.[i - all.first[e]];
    return state === undefined ? '' : t(servedKeys[state]);
  };
  const row = (i: number) => {
    const a = 3 * i;
    const p = all.positionEciKm;
    const info = all.opened.elements[all.elementIndex[i]];
    const heightKm = Math.hypot(p[a], p[a + 1], p[a + 2]) - EARTH_KM;
    return {
      name: satelliteName(all, i),
      info,
      partner: partnerOf(all.elementIndex[i]),
      heightKm,
      isOut: sight.isOut.value[i] === 1,
      terminal: servedWord(i),
    };
  };
  const exportAll = () => {
    moveFleet(all, epochS);
    const rows = Array.from({ length: all.count }, (_, i) => {
      const { name, info, partner, heightKm, isOut } = row(i);
      const terminal = served?.[all.elementIndex[i]]?.[i - all.first[all.elementIndex[i]]];
      const a = 3 * i;
      const [x, y, z] = all.positionEciKm.subarray(a, a + 3);
      return [
        name,
        info.id,
        partner,
        isOut ? 'out' : 'works',
        heightKm,
        x,
        y,
        z,
        ...(served ? [TERMINALS[terminal ?? 0]] : []),
      ];
    });
    const head = [
      'name',
      'element',
      'partner',
      'state',
      'heightKm',
      'xTemeKm',
      'yTemeKm',
      'zTemeKm',
      ...(served ? ['terminal'] : []),
    ];
    downloadCsv('satellites.csv', [head, ...rows], [t('export.positions', { utc, seconds: String(epochS) })]);
  };
  return (
    <div class="satellites">
      <div class="row">
        <input
          type="search"
          data-first
          aria-label={t('satellites.search')}
          placeholder={t('satellites.search')}
          value={word}
          onInput={(event) => setWord(event.currentTarget.value)}
        />
        <button type="button" onClick={exportAll}>
          {t('export.table')}
        </button>
      </div>
      <p class="quiet">
        {t('satellites.shown', { shown: n.count(found.length), count: n.count(count) })}{' '}
        {t('satellites.at', { time: utc })}
      </p>
      {verdicts.map((verdict) => (
        <p key={verdict.args?.id as string} data-verdict>
          {sentence.value(verdict)}
        </p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
      <section class="scroll" tabIndex={0} aria-label={t('satellites.title')}>
        <table>
          <thead>
            <tr>
              {(['name', 'element', 'partner', 'altitude', 'state'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`satellites.${key}`)}
                </th>
              ))}
              {served && <th scope="col">{t('satellites.terminal')}</th>}
            </tr>
          </thead>
          <tbody>
            {found.map((i) => {
              const { name, info, partner, heightKm, isOut, terminal } = row(i);
              return (
                <tr key={i} data-selected={sight.selected.value === i}>
                  <th scope="row">
                    <button
                      type="button"
                      class="link"
                      aria-label={t('satellites.select', { name })}
                      onClick={() => {
                        choose(sight, i);
                        followed.value = sight;
                        drawer.value = 'none';
                      }}
                    >
                      {name}
                    </button>
                  </th>
                  <td>{nameText.value(info.name)}</td>
                  <td>{nameText.value(partner)}</td>
                  <td>{`${n.count(heightKm)} km`}</td>
                  <td>{isOut ? t('state.out') : t('state.works')}</td>
                  {served && <td>{terminal}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </div>
  );
}
