import { gmstRad } from 'cupola/physics';
import { useEffect, useRef } from 'preact/hooks';
import { chooseLinks } from '../globe/link-lines.ts';
import { colors } from '../globe/palette.ts';
import type { View } from '../globe/renderer.ts';
import { nameText, numbers, text } from '../i18n/text.ts';
import { fleet, groups, satelliteName } from '../state/constellation.ts';
import {
  type ColorBy,
  colorBy,
  drawer,
  follow,
  type GlobeMode,
  type LayerName,
  layers,
  linkLayer,
  linksShown,
  mode,
  selected,
  softwareSpace,
  unixS,
  view,
} from '../state/view.ts';
import { MessagePath } from './message-path.tsx';
import { Stage } from './stage.ts';
import { zoomBy } from './stage-input.ts';

/** The picture in the middle, with what it shows and how. */
export function GlobePanel() {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stage = new Stage(host.current!);
    return () => stage.dispose();
  }, []);
  const t = text.value;
  return (
    <section class="globe" aria-label={t('tab.globe')}>
      <div
        class="stage"
        ref={host}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is turned by keys
        tabIndex={0}
        role="application"
        aria-label={t('view.canvas', { count: numbers.value.count(fleet.value?.count ?? 0) })}
      />
      <ViewControls />
      <Legend />
      <div class="cards">
        <Selected />
        <MessagePath />
      </div>
      <SoftwareOffer />
    </section>
  );
}

/** Other axes, the same picture: the longitude in its middle is told in the new ones. */
function setFrame(frame: View['frame']): void {
  if (frame === view.value.frame) return;
  const turnDeg = (gmstRad(unixS.value) * 180) / Math.PI;
  const lonDeg = view.value.lonDeg + (frame === 'eci' ? turnDeg : -turnDeg);
  view.value = { ...view.value, frame, lonDeg: lonDeg - 360 * Math.round(lonDeg / 360) };
}

/** Three dimensions in software are slow: the reader decides. */
function SoftwareOffer() {
  const t = text.value;
  if (softwareSpace.value !== 'offered') return null;
  return (
    <div class="offer" role="alert">
      <p>{t('view.software')}</p>
      <div class="row">
        <button
          type="button"
          onClick={() => {
            softwareSpace.value = 'wanted';
            mode.value = 'space';
          }}
        >
          {t('view.softwareUse')}
        </button>
        <button
          type="button"
          onClick={() => {
            softwareSpace.value = 'unasked';
          }}
        >
          {t('view.softwareLeave')}
        </button>
      </div>
    </div>
  );
}

export function ViewControls() {
  const t = text.value;
  const modes: GlobeMode[] = ['globe', 'map', 'space'];
  return (
    <div class="view-controls">
      <fieldset class="switch">
        <legend class="hidden">{t('view.label')}</legend>
        {modes.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="mode"
              checked={mode.value === each}
              onChange={() => {
                mode.value = each;
              }}
            />
            <span>{t(`view.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <select
        name="color"
        aria-label={t('view.color')}
        title={t('view.color')}
        value={colorBy.value}
        onChange={(event) => {
          colorBy.value = event.currentTarget.value as ColorBy;
        }}
      >
        {(['partner', 'function', 'state'] as const).map((each) => (
          <option key={each} value={each}>
            {t('view.colorIs', { what: t(`view.color.${each}`).toLocaleLowerCase() })}
          </option>
        ))}
      </select>
      <select
        name="frame"
        aria-label={t('view.frame')}
        title={t('view.frame')}
        value={view.value.frame}
        onChange={(event) => {
          setFrame(event.currentTarget.value as View['frame']);
        }}
      >
        <option value="ecef">{t('view.frame.ecef')}</option>
        <option value="eci">{t('view.frame.eci')}</option>
      </select>
      <details class="layers-menu">
        <summary>{t('view.layers')}</summary>
        <div class="list">
          {(Object.keys(layers.value) as LayerName[]).map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={layers.value[name]}
                onChange={() => {
                  layers.value = { ...layers.value, [name]: !layers.value[name] };
                }}
              />
              {t(`view.layer.${name}`)}
            </label>
          ))}
          <LinkChoice />
        </div>
      </details>
      <button
        type="button"
        class="satellites-button"
        onClick={() => {
          drawer.value = 'satellites';
        }}
      >
        {t('action.satellites')}
      </button>
      <span class="zoom">
        <button
          type="button"
          class="icon"
          aria-label={t('view.zoomOut')}
          title={t('view.zoomOut')}
          onClick={() => zoomBy(1 / 1.3)}
        >
          −
        </button>
        <button
          type="button"
          class="icon"
          aria-label={t('view.zoomIn')}
          title={t('view.zoomIn')}
          onClick={() => zoomBy(1.3)}
        >
          +
        </button>
      </span>
    </div>
  );
}

function LinkChoice() {
  const t = text.value;
  const networks = fleet.value?.opened.elements.filter(({ role }) => role === 'network') ?? [];
  if (networks.length === 0) return null;
  const isThere = !linkLayer.value.startsWith('of ') || networks.some(({ id }) => linkLayer.value === `of ${id}`);
  return (
    <label title={t('view.links.useSay')}>
      {t('view.layer.links')}{' '}
      <select
        name="links"
        value={isThere ? linkLayer.value : 'none'}
        onChange={(event) => {
          linkLayer.value = event.currentTarget.value as typeof linkLayer.value;
        }}
      >
        <option value="none">{t('view.links.none')}</option>
        <option value="use">{t('view.links.use')}</option>
        {networks.map(({ id }) => (
          <option key={id} value={`of ${id}`}>
            {t('view.links.of', { name: id })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which links are drawn, and how many of them. */
function LinkLegend() {
  const t = text.value;
  const n = numbers.value;
  const map = linkLayer.value === 'none' ? undefined : linksShown.value?.map;
  if (!map) return null;
  const { network } = linksShown.value!;
  const { shownCount, count } = chooseLinks(map);
  const words = { shown: n.count(shownCount), count: n.count(count) };
  return (
    <span class="links-legend" title={network ? undefined : t('view.links.useSay')}>
      <i class="dash" style={{ background: colors.link }} />
      {network ? t('legend.linksOf', { name: network }) : t('legend.linksUse')}{' '}
      <b>{shownCount < count ? t('legend.linksShown', words) : words.count}</b>
    </span>
  );
}

function Legend() {
  const t = text.value;
  const n = numbers.value;
  const lines = [
    [colors.threat, 'legend.threat'],
    [colors.shot, 'legend.shot'],
    [colors.report, 'legend.report'],
    [colors.order, 'legend.order'],
  ] as const;
  return (
    <div class="legend">
      {groups.value.map(({ name, color, indices }) => (
        <span key={name}>
          <i class="dot" style={{ background: color }} />
          {name} <b>{n.count(indices.length)}</b>
        </span>
      ))}
      {lines.map(([color, key]) => (
        <span key={key}>
          <i class="dash" style={{ background: color }} />
          {t(key)}
        </span>
      ))}
      <LinkLegend />
    </div>
  );
}

function Selected() {
  const all = fleet.value;
  const index = selected.value;
  if (!all || index < 0 || index >= all.count) return null;
  const t = text.value;
  const info = all.opened.elements[all.elementIndex[index]!]!;
  const partner = all.opened.partners.find(({ id }) => id === info.partner)?.name ?? t('partner.none');
  return (
    <div class="selected">
      <strong>{satelliteName(all, index)}</strong>
      <span>{nameText.value(info.name)}</span>
      <span>{`${t(`role.${info.role}`)} · ${nameText.value(partner)}`}</span>
      {info.reach && <span class="quiet">{t(`satellite.${info.reach.kind}`)}</span>}
      <div class="row">
        <label>
          <input
            type="checkbox"
            checked={follow.value}
            onChange={() => {
              follow.value = !follow.value;
            }}
          />
          {t('view.follow')}
        </label>
        <button
          type="button"
          class="small"
          onClick={() => {
            selected.value = -1;
            follow.value = false;
          }}
        >
          {t('view.unselect')}
        </button>
      </div>
    </div>
  );
}
