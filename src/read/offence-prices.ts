import type { Catalog } from '../catalog/entry.ts';
import type { SourcedNumber } from '../catalog/field.ts';
import type { EconomyPlan } from '../flow/architecture.ts';
import type { OffencePrice } from '../flow/exchange.ts';

interface OffenceRecord {
  id: string;
  name: string;
  unitMusd: SourcedNumber;
}

/** The price index of the catalog, with plain numbers; without rows where it has none. */
export function catalogDeflator({ entries }: Catalog): EconomyPlan {
  const entry = Object.values(entries.economy).find(({ fields }) => fields.deflators !== undefined);
  const rows = (entry?.fields.deflators ?? []) as { year: SourcedNumber; index: SourcedNumber }[];
  return {
    id: entry?.id ?? '',
    name: entry?.name ?? '',
    deflators: rows.map(({ year, index }) => ({ year: year.value, index: index.value })),
  };
}

/** The published prices of one more missile, from all price entries of the catalog; those without a price year are left out. */
export function offencePrices({ entries }: Catalog): OffencePrice[] {
  return Object.values(entries.economy).flatMap(({ fields }) =>
    ((fields.offence ?? []) as OffenceRecord[]).flatMap(({ id, name, unitMusd: price }) => {
      const { value, low, high, priceYear, source, where, basis } = price;
      if (priceYear === undefined) return [];
      const ends = { ...(low !== undefined && { lowMusd: low }), ...(high !== undefined && { highMusd: high }) };
      return [{ id, name, unitMusd: value, ...ends, priceYear, source, where, basis }];
    }),
  );
}
