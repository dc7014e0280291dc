import { nameText, numbers, text } from '../i18n/text.ts';
import { fleet, satelliteName } from '../state/constellation.ts';
import { scene } from '../state/session.ts';
import { messageKind, setTime, threatIndex } from '../state/view.ts';
import type { RaidPlace, SceneMessage } from '../worker/protocol.ts';

/** The chosen message of the chosen missile: its way, link by link, with the time that each takes. */
export function MessagePath() {
  const t = text.value;
  const threat = scene.value?.threats[threatIndex.value];
  if (!threat || threat.messages.length === 0) return null;
  const message = threat.messages.find(({ kind }) => kind === messageKind.value);
  return (
    <details class="message" open={message !== undefined}>
      <summary>{t('message.title', { id: threat.id })}</summary>
      <select
        aria-label={t('message.title', { id: threat.id })}
        value={message ? message.kind : 'none'}
        onChange={(event) => {
          const kind = event.currentTarget.value as typeof messageKind.value;
          messageKind.value = kind;
          const next = threat.messages.find((each) => each.kind === kind);
          if (next) setTime(next.sentS);
        }}
      >
        <option value="none">{t('message.none')}</option>
        {threat.messages.map(({ kind }) => (
          <option key={kind} value={kind}>
            {t(`message.${kind}`)}
          </option>
        ))}
      </select>
      {message && <Hops message={message} />}
    </details>
  );
}

function Hops({ message }: { message: SceneMessage }) {
  const t = text.value;
  const n = numbers.value;
  const { stops, pathS, oneWayS, networks } = message;
  const ms = (valueS: number) => n.short(1000 * valueS);
  return (
    <>
      <p class="quiet">
        {t('message.sum', {
          value: ms(oneWayS),
          count: n.count(stops.length - 1),
          networks: networks.join(', ') || '–',
        })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus */}
      <section class="hops" tabIndex={0} aria-label={t('message.place')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('message.place')}</th>
              <th scope="col">{t('message.hop')}</th>
              <th scope="col">{t('message.total')}</th>
            </tr>
          </thead>
          <tbody>
            {stops.map((stop, i) => (
              <tr key={`${i} ${stop.name}`}>
                <th scope="row">{placeName(stop)}</th>
                <td>{i === 0 ? '' : ms(pathS[i] - pathS[i - 1])}</td>
                <td>{ms(pathS[i])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function placeName(stop: RaidPlace): string {
  const all = fleet.value;
  if (all && 'elementIndex' in stop) return satelliteName(all, (all.first[stop.elementIndex] ?? 0) + stop.unitIndex);
  return nameText.value(all?.opened.sites.find(({ id }) => id === stop.name)?.name ?? stop.name);
}
