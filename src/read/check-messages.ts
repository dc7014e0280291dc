import { problemAt, suggestion } from '../catalog/yaml-document.ts';
import type { Architecture } from '../flow/architecture.ts';
import { said } from '../flow/said.ts';
import type { MergeContext } from './merge.ts';

/** Classes of messages name sensors or layers that can send or receive them; there is a centre, and somebody to send. */
export function checkMessages(architecture: Architecture, { document, problems, unresolved }: MergeContext): void {
  const ids = {
    sensor: architecture.sensors.map(({ id }) => id),
    layer: architecture.interceptors.map(({ id }) => id),
  };
  architecture.messages?.forEach(({ id, sender, elements }, i) => {
    if (unresolved.has(id) && !sender) return; // who sends is not known, and that is told
    const role = sender === 'sensor' ? 'sensor' : 'layer';
    elements?.forEach((name, k) => {
      if (ids[role].includes(name)) return;
      const hint = suggestion(name, ids[role]);
      const why = said(role === 'sensor' ? 'problem.message-sensor' : 'problem.message-layer', { id: name, hint });
      problems.push(problemAt(document, ['messages', i, 'elements', k], 'unknown-name', why));
    });
    if (ids[role].length === 0)
      problems.push(problemAt(document, ['messages', i], 'rule', said('problem.message-nobody', { id, role: sender })));
  });
  if (architecture.messages?.length && architecture.command.length === 0)
    problems.push(problemAt(document, ['messages'], 'rule', said('load.no-centre')));
}
