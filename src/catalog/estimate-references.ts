import type { Problem } from '../flow/problems.ts';
import { type Said, said } from '../flow/said.ts';
import type { CatalogEntry } from './entry.ts';
import { estimatePhases } from './estimate-kinds.ts';
import type { SourcedNumber } from './field.ts';
import { problemAt, type YamlDocument } from './yaml-document.ts';

/** Parts may exceed a total by this share of it: both are printed rounded. */
const ROUNDING = 0.01;

interface Layer {
  id: string;
  phase: string;
  totalMusd?: SourcedNumber;
  unitMusd?: SourcedNumber;
  firstUnitMusd?: SourcedNumber;
  learningRatio?: SourcedNumber;
}

interface Block {
  id: string;
  amountMusd: SourcedNumber;
}

/** Where an estimate stands, and where its mistakes go. */
interface EstimateCheck {
  document: YamlDocument;
  problems: Problem[];
}

/**
 * Reports what cannot be in a published estimate: parts named twice or beyond its scope, two layers of one phase, parts that
 * add up to more than the total, prices in several price years, a first unit without its curve.
 *
 * @param at path of the entry in its document
 */
export function checkEstimate({ fields }: CatalogEntry, at: PropertyKey[], check: EstimateCheck): void {
  const { document, problems } = check;
  const report = (path: PropertyKey[], message: Said) =>
    problems.push(problemAt(document, [...at, ...path], 'rule', message));
  const layers = (fields.layers ?? []) as Layer[];
  const blocks = (fields.blocks ?? []) as Block[];
  const scope = fields.scope as string[] | undefined;
  checkIds(layers, blocks, report);
  layers.forEach(({ id, phase, unitMusd, firstUnitMusd, learningRatio }, i) => {
    if (layers.findIndex((each) => each.phase === phase) < i)
      report(['layers', i, 'phase'], said('problem.phase-twice', { phase }));
    if (scope && !scope.includes(phase)) report(['layers', i, 'phase'], said('problem.out-of-scope', { id, phase }));
    if (unitMusd && firstUnitMusd) report(['layers', i, 'unitMusd'], said('problem.two-prices', { id }));
    if ((firstUnitMusd === undefined) !== (learningRatio === undefined))
      report(['layers', i], said('problem.no-curve', { id }));
  });
  const isSpaceOnly = scope?.every((each) => (estimatePhases as readonly string[]).includes(each));
  if (isSpaceOnly && blocks.length > 0) report(['blocks', 0, 'id'], said('problem.rest-out-of-scope'));
  checkSum(
    fields.totalMusd as SourcedNumber | undefined,
    [...layers.map(({ totalMusd }) => totalMusd), ...blocks.map(({ amountMusd }) => amountMusd)],
    report,
  );
}

type Report = (path: PropertyKey[], message: Said) => void;

function checkIds(layers: readonly Layer[], blocks: readonly Block[], report: Report): void {
  const seen = new Set<string>();
  for (const [list, items] of [
    ['layers', layers],
    ['blocks', blocks],
  ] as const)
    items.forEach(({ id }, i) => {
      if (seen.has(id)) report([list, i, 'id'], said('problem.used-twice', { id }));
      seen.add(id);
    });
}

/** Published parts stay within the published total, in one price year. */
function checkSum(
  total: SourcedNumber | undefined,
  parts: readonly (SourcedNumber | undefined)[],
  report: Report,
): void {
  const known = parts.filter((part) => part !== undefined);
  if (!total || known.length === 0) return;
  const other = known.find(({ priceYear }) => priceYear !== total.priceYear);
  if (other) {
    report(['totalMusd'], said('problem.two-price-years', { year: total.priceYear!, other: other.priceYear! }));
    return;
  }
  const sum = known.reduce((all, { value }) => all + value, 0);
  if (sum > (total.high ?? total.value) * (1 + ROUNDING))
    report(['totalMusd'], said('problem.parts-exceed', { parts: sum, total: total.value }));
}
