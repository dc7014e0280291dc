import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testCatalog } from '../../test/fixtures/catalog.ts';
import type { Architecture } from '../flow/architecture.ts';
import { prepareForce } from '../force/availability.ts';
import { parseScenario } from '../read/parse.ts';
import { resolveScenario } from '../read/resolve.ts';
import { buildElements } from '../world/elements.ts';
import { networkReport } from './network-report.ts';
import { outagesOf } from './outages.ts';
import { type RouteTable, routeTable } from './route-table.ts';
import { prepareTransport } from './transport.ts';

const TIMES_S = [7_200];
const catalog = testCatalog();
const text = readFileSync(new URL('../../scenarios/networks.yaml', import.meta.url), 'utf8');
const whole = resolveScenario(parseScenario(text, 'networks.yaml'), catalog);
const ids = whole.networks.map(({ id }) => id);

function withNetworks(keep: (id: string) => boolean): Architecture {
  return { ...whole, networks: whole.networks.filter(({ id }) => keep(id)) };
}

function tableOf(architecture: Architecture, without: string[] = []): RouteTable {
  const elements = buildElements(architecture);
  const transport = prepareTransport(architecture, elements);
  return routeTable(transport, TIMES_S, outagesOf(transport, prepareForce(architecture, elements).stated), without);
}

/** What a column says of each route; sums of one path from its two ends may differ in the last bit. */
function column({ columns, rows }: RouteTable, name: string) {
  return rows.map(({ id, cells }) => {
    const { medianMs, reachableFraction } = cells[columns.indexOf(name)];
    return { id, medianMs: medianMs.toFixed(9), reachableFraction };
  });
}

function allColumns(table: RouteTable) {
  return table.columns.map((name) => [name, column(table, name)]);
}

const full = tableOf(whole);

describe.each(ids)('%s', (id) => {
  test('its column is that of a scenario with no other network', () => {
    expect(column(full, id)).toEqual(column(tableOf(withNetworks((other) => other === id)), 'all'));
  });

  test('left out by the command, switched off with its partner, or deleted: the table is the same', () => {
    const deleted = tableOf(withNetworks((other) => other !== id));
    const leftOut = tableOf(whole, [id]);
    expect(allColumns(leftOut)).toEqual(allColumns(deleted));
    const { partner } = whole.networks.find((plan) => plan.id === id)!;
    if (partner === undefined) return;
    const others = whole.networks.filter((plan) => plan.partner !== partner).map((plan) => plan.id);
    const off = tableOf({ ...whole, failures: { ...whole.failures, partnersOff: [partner] } });
    const gone = tableOf(withNetworks((other) => others.includes(other)));
    for (const name of ['fibre', 'all']) expect(column(off, name)).toEqual(column(gone, name));
  });
});

test('a network alone has not the fibre of another: Hawaii over OneWeb is a user, not a gateway of the backbone', () => {
  const two = withNetworks((id) => id === 'oneweb' || id === 'sdn');
  const hawaii = column(tableOf(two), 'oneweb').find(({ id }) => id === 'colorado-hawaii')!;
  const alone = column(tableOf(withNetworks((id) => id === 'oneweb')), 'oneweb').find(
    ({ id }) => id === 'colorado-hawaii',
  )!;
  expect(hawaii).toEqual(alone);
  expect(Number(hawaii.medianMs)).toBeGreaterThan(90);
});

test('the report of a run loses with a network what deleting it loses', () => {
  const golden = readFileSync(new URL('../../scenarios/golden-dome.yaml', import.meta.url), 'utf8');
  const shield = resolveScenario(parseScenario(golden, 'golden-dome.yaml'), catalog);
  const without = (id: string): Architecture => ({
    ...shield,
    networks: shield.networks.filter((plan) => plan.id !== id),
  });
  const report = (architecture: Architecture) => {
    const elements = buildElements(architecture);
    const { stated } = prepareForce(architecture, elements);
    return networkReport(prepareTransport(architecture, elements), {
      timesS: [3_600],
      availabilityOf: () => stated,
      stated,
      unitLimit: 40,
      resilience: false,
    });
  };
  const { variants } = report(shield);
  for (const id of ['starshield', 'leo']) {
    const lost = variants.find(({ name }) => name.code === 'variant.without' && name.args?.id === id)!;
    const deleted = report(without(id)).variants[0];
    expect(lost.legs, id).toEqual(deleted.legs);
    expect(lost.partCount, id).toBe(deleted.partCount);
  }
});
