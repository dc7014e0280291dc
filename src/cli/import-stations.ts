import { InputError, type Problem } from '../flow/problems.ts';
import { type Args, type Said, said } from '../flow/said.ts';
import { csvTable } from '../physics/omm-formats.ts';

/** A place on the ground as others list it. */
export interface Station {
  name: string;
  latDeg: number;
  lonDeg: number;
}

const MAX_STATIONS = 2000;
const LATITUDE = /^(lat|latdeg|latitude)$/;
const LONGITUDE = /^(lon|lng|long|londeg|longitude)$/;
const NAME = /^(name|city|site|station|location)$/;

/** Whether a text is a table of stations: a head with latitude and longitude, or Hypatia's rows without one. */
export function looksLikeStations(text: string): boolean {
  const { table, separator } = csvTable(text.replace(/^\uFEFF/, ''));
  const [head = '', second = ''] = table.trimStart().split(/\r\n|\n|\r/, 2);
  const words = cells(head, separator).map(key);
  if (words.some((word) => LATITUDE.test(word)) && words.some((word) => LONGITUDE.test(word))) return true;
  return isHypatiaRow(head) && (second === '' || isHypatiaRow(second));
}

/**
 * Stations of a CSV file: a head that names latitude and longitude in degrees and, where it does, a name; or Hypatia's rows
 * `id,name,latitude,longitude,elevation[,x,y,z]`.
 *
 * @throws InputError every faulty line
 */
export function readStations(text: string, file: string): Station[] {
  const { table, separator } = csvTable(text.replace(/^\uFEFF/, ''));
  const lines = table.split(/\r\n|\n|\r/);
  const headAt = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const head = cells(lines[headAt] ?? '', separator).map(key);
  const isHypatia = isHypatiaRow(lines[headAt] ?? '');
  const latitude = isHypatia ? 2 : head.findIndex((word) => LATITUDE.test(word));
  const longitude = isHypatia ? 3 : head.findIndex((word) => LONGITUDE.test(word));
  const name = isHypatia ? 1 : head.findIndex((word) => NAME.test(word));
  const problems: Problem[] = [];
  const stations: Station[] = [];
  lines.forEach((line, i) => {
    if ((i <= headAt && !isHypatia) || line.trim() === '') return;
    const found = cells(line, separator);
    const [latDeg, lonDeg] = [latitude, longitude].map((column) => numberOf(found[column], separator)) as [
      number,
      number,
    ];
    const before = problems.length;
    const bad = (fault: Said) => void problems.push({ code: 'station', file, line: i + 1, path: '', said: fault });
    if ((line.match(/"/g)?.length ?? 0) % 2 > 0) bad(said('import.quote'));
    if (!(Math.abs(latDeg) <= 90)) bad(said('import.latitude', foundWords(found[latitude])));
    if (!(lonDeg >= -180 && lonDeg <= 360)) bad(said('import.longitude', foundWords(found[longitude])));
    if (problems.length === before)
      stations.push({
        name: found[name] || `station ${stations.length + 1}`,
        latDeg,
        lonDeg: lonDeg > 180 ? lonDeg - 360 : lonDeg,
      });
  });
  if (stations.length > MAX_STATIONS)
    problems.push({
      code: 'too-many',
      file,
      line: MAX_STATIONS + 1,
      path: '',
      said: said('import.too-many', { count: stations.length, limit: MAX_STATIONS }),
    });
  if (stations.length === 0 && problems.length === 0)
    problems.push({ code: 'no-stations', file, line: 1, path: '', said: said('import.no-stations') });
  if (problems.length > 0) throw new InputError(problems);
  return stations;
}

/** What stands there, and that a comma between digits is no point. */
function foundWords(cell = ''): Args<'import.latitude'> {
  return { word: cell, hint: /^[+-]?\d+,\d+$/.test(cell) ? said('import.comma') : '' };
}

const CELLS: Record<string, RegExp> = {
  ',': /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g,
  ';': /(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g,
  '\t': /(?:^|\t)(?:"((?:[^"]|"")*)"|([^\t]*))/g,
};

/** Cells of a line of CSV; quotes may hold separators and doubled quotes. */
function cells(line: string, separator = ','): string[] {
  const found: string[] = [];
  for (const [, quoted, plain] of line.matchAll(CELLS[separator] ?? CELLS[',']))
    found.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
  return found;
}

function key(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(deg|degrees)$/, 'deg')
    .replace(/^(latitude|longitude)deg$/, '$1');
}

/** A number; with a decimal comma where the cells are not apart by commas. */
function numberOf(word: string | undefined, separator = ','): number {
  if (word === undefined || word.trim() === '') return Number.NaN;
  return Number(separator === ',' ? word : word.replace(',', '.'));
}

function isHypatiaRow(line: string): boolean {
  const found = cells(line);
  return (
    found.length >= 5 &&
    /^\d+$/.test(found[0]) &&
    Number.isFinite(numberOf(found[2])) &&
    Number.isFinite(numberOf(found[3]))
  );
}
