import { suggestion } from '../catalog/yaml-document.ts';
import type { Architecture } from '../flow/architecture.ts';
import { areLayersParted, centresOfLayer } from '../flow/centres.ts';
import { said } from '../flow/said.ts';
import type { MergeContext } from './merge.ts';
import { addProblemAt } from './merge.ts';

const SENTENCES = {
  threats: 'problem.unknown-group',
  layers: 'problem.unknown-layer',
  delegated: 'problem.unknown-layer',
} as const;

/** Groups and layers that centres name, and whether every layer has a centre and every centre a layer. */
export function checkCommand(architecture: Architecture, context: MergeContext): void {
  const { command, threats, interceptors } = architecture;
  const layers = interceptors.map(({ id }) => id);
  const lists = { threats: threats.map(({ id }) => id), layers, delegated: layers };
  command.forEach((centre, i) => {
    if (centre.deciderCount !== undefined && centre.decisionsPerMin === undefined)
      addProblemAt(context, ['command', i, 'deciderCount'], 'rule', said('problem.deciders-need-rate'));
    for (const key of ['threats', 'layers', 'delegated'] as const)
      centre[key]?.forEach((id, k) => {
        const hint = suggestion(id, lists[key]);
        if (!lists[key].includes(id))
          addProblemAt(context, ['command', i, key, k], 'unknown-name', said(SENTENCES[key], { id, hint }));
      });
  });
  checkGroups(architecture, context);
  if (areLayersParted(command)) checkLayers(architecture, context);
}

/** A group is decided on by one centre, of those that have a layer in common. */
function checkGroups({ command, interceptors }: Architecture, context: MergeContext): void {
  const deciding = interceptors.map(({ id }) => centresOfLayer(command, id));
  const meet = (a: number, b: number) =>
    !areLayersParted(command) || deciding.some((centres) => centres.includes(a) && centres.includes(b));
  command.forEach(({ threats }, i) => {
    threats?.forEach((id, k) => {
      const first = command.find((other, j) =>
        j < i ? other.threats?.includes(id) && meet(i, j) : j === i && threats.indexOf(id) < k,
      );
      if (first)
        addProblemAt(
          context,
          ['command', i, 'threats', k],
          'rule',
          said('problem.group-taken', { id, first: first.id }),
        );
    });
  });
}

function checkLayers({ command, interceptors }: Architecture, context: MergeContext): void {
  const deciding = interceptors.map(({ id }) => centresOfLayer(command, id));
  const orphans = interceptors.filter((_, layer) => deciding[layer].length === 0).map(({ id }) => id);
  const isSpelled = command.every(
    ({ layers }) => layers?.every((id) => interceptors.some((each) => each.id === id)) ?? true,
  );
  if (orphans.length > 0 && isSpelled)
    addProblemAt(context, ['command'], 'rule', said('problem.layers-without-centre', { ids: orphans }));
  command.forEach(({ id: centre, layers, delegated }, i) => {
    if (interceptors.length > 0 && !layers?.length && !deciding.some((centres) => centres.includes(i)))
      addProblemAt(
        context,
        ['command', i, ...(layers ? ['layers'] : [])],
        'rule',
        said('problem.centre-without-layer', { id: centre }),
      );
    delegated.forEach((id, k) => {
      const layer = interceptors.findIndex((each) => each.id === id);
      if (layer >= 0 && !deciding[layer].includes(i))
        addProblemAt(
          context,
          ['command', i, 'delegated', k],
          'rule',
          said('problem.delegated-elsewhere', { id, centre }),
        );
    });
  });
}
