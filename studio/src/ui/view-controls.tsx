import { gmstRad } from 'cupola/physics';
import type { GlobeView } from '../globe/renderer.ts';
import { text } from '../i18n/text.ts';
import { shownSight, sightA, sightB } from '../state/constellation.ts';
import { current, reference, variant } from '../state/session.ts';
import {
  type ColorBy,
  colorBy,
  colorings,
  drawer,
  footprintLayer,
  type GlobeMode,
  type LayerName,
  layers,
  linkLayer,
  mode,
  page,
  unixS,
  view,
} from '../state/view.ts';
import { zoomBy } from './stage-input.ts';

/** How the picture is drawn and what is on it; for both pictures, where there are two. */
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
        {colorings.map((each) => (
          <option key={each} value={each}>
            {t('view.colorIs', { what: t(`view.color.${each}`).toLocaleLowerCase() })}
          </option>
        ))}
      </select>
      <select
        name="frame"
        aria-label={t('view.frame')}
        title={t('view.frameSay')}
        value={view.value.frame}
        onChange={(event) => {
          setFrame(event.currentTarget.value as GlobeView['frame']);
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
          <FootprintChoice />
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
  const sights = page.value === 'compare' ? [sightA, sightB] : [shownSight];
  const elements = sights.flatMap(({ fleet }) => fleet.value?.opened.elements ?? []);
  const networks = [...new Set(elements.filter(({ role }) => role === 'network').map(({ id }) => id))];
  if (networks.length === 0) return null;
  const isThere = !linkLayer.value.startsWith('of ') || networks.some((id) => linkLayer.value === `of ${id}`);
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
        {networks.map((id) => (
          <option key={id} value={`of ${id}`}>
            {t('view.links.of', { name: id })}
          </option>
        ))}
      </select>
    </label>
  );
}

function FootprintChoice() {
  const t = text.value;
  const slots = page.value === 'compare' ? [reference.value, variant.value] : [current.value];
  const layers = [...new Set(slots.flatMap((run) => run?.opened?.interceptors ?? []))];
  if (layers.length === 0) return null;
  const isThere = !footprintLayer.value.startsWith('by ') || layers.some((id) => footprintLayer.value === `by ${id}`);
  return (
    <label title={t('footprint.say')}>
      {t('footprint.title')}{' '}
      <select
        name="footprint"
        value={isThere ? footprintLayer.value : 'all'}
        onChange={(event) => {
          footprintLayer.value = event.currentTarget.value as typeof footprintLayer.value;
        }}
      >
        <option value="none">{t('view.links.none')}</option>
        <option value="all">{t('footprint.any')}</option>
        {layers.map((id) => (
          <option key={id} value={`by ${id}`}>
            {t('footprint.by', { name: id })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Other axes, the same picture: the longitude in its middle is told in the new ones. */
function setFrame(frame: GlobeView['frame']): void {
  if (frame === view.value.frame) return;
  const turnDeg = (gmstRad(unixS.value) * 180) / Math.PI;
  const lonDeg = view.value.lonDeg + (frame === 'eci' ? turnDeg : -turnDeg);
  view.value = { ...view.value, frame, lonDeg: lonDeg - 360 * Math.round(lonDeg / 360) };
}
