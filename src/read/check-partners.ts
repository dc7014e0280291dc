import { problemAt, suggestion } from '../catalog/yaml-document.ts';
import type { Architecture } from '../flow/architecture.ts';
import { said } from '../flow/said.ts';
import type { MergeContext } from './merge.ts';
import type { Scenario } from './schema.ts';

const LISTS = ['networks', 'sensors', 'interceptors', 'systems'] as const;

/** Where a scenario has a book, the partners that its elements name are members of it. */
export function checkPartnerNames({ partners }: Architecture, scenario: Scenario, context: MergeContext): void {
  const members = partners?.members?.map(({ id }) => id) ?? [];
  if (members.length === 0) return;
  for (const list of LISTS) {
    scenario[list]?.forEach((element, i) => {
      const { partner } = element as { partner?: string };
      if (partner === undefined || members.includes(partner)) return;
      const hint = suggestion(partner, members) || said('problem.semicolon');
      const unknown = said('problem.no-partner-of-book', { id: partner, hint });
      context.problems.push(problemAt(context.document, [list, i, 'partner'], 'unknown-partner', unknown));
    });
  }
}
