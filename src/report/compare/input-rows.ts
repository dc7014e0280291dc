import { groupBy } from '../../num/group-by.ts';
import { say } from '../../words/words.ts';
import { ABSENT, type InputDifference } from './input-differences.ts';

/** Elements of one list that only one side has, from this many on, share a row. */
const TOGETHER_FROM = 4;

const MOST_NAMES = 3;

/**
 * Differences of inputs as rows of a table: path, first, second. Many elements of one list that only one side has (sixty
 * ground stations, say) are one row that counts them and names the first few.
 *
 * @returns in the order of the differences
 */
export function inputRows(inputs: InputDifference[]): string[][] {
  const groups = groupBy(inputs, (each) => groupOf(each) ?? each.path);
  return [...groups.values()].flatMap((group) =>
    group.length < TOGETHER_FROM || groupOf(group[0]) === undefined
      ? group.map(({ path, a, b }) => [
          path,
          ...[a, b].map((value) => (value === ABSENT ? say('compare.none') : value)),
        ])
      : [together(group)],
  );
}

/** List and side of an element that the other side lacks: `sites|a`; undefined for a value that merely differs. */
function groupOf({ path, a, b }: InputDifference): string | undefined {
  if ((a === ABSENT) === (b === ABSENT)) return undefined;
  const list = path.split(' ').slice(0, -1).join(' ');
  return list === '' ? undefined : `${list}|${a === ABSENT ? 'b' : 'a'}`;
}

function together(group: InputDifference[]): string[] {
  const first = group[0];
  const names = group.slice(0, MOST_NAMES).map(({ path }) => path.split(' ').at(-1));
  const rest = group.length - MOST_NAMES;
  const words = say('compare.names-more', { names: names.join(say('join.comma')), count: rest });
  const absent = say('compare.none');
  const list = first.path.split(' ').slice(0, -1).join(' ');
  return [
    say('compare.group', { count: group.length, list }),
    first.a === ABSENT ? absent : words,
    first.b === ABSENT ? absent : words,
  ];
}
