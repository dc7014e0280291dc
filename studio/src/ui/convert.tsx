import type { Problem } from 'cupola';
import { CONVERT_FORMATS, frames, isElementNotation } from 'cupola/convert';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { numbers, sentence, text } from '../i18n/text.ts';
import { convertFile, convertForm, converting, inspectFile, stopConverting } from '../state/convert.ts';
import { elementFiles } from '../state/session.ts';
import { say } from '../state/view.ts';
import type { ConvertForm } from '../worker/convert-protocol.ts';
import { plainName } from '../worker/plain-name.ts';
import { downloadBlob } from './download.ts';
import { MAX_ORBIT_BYTES, ORBIT_FILES, textOf } from './open-files.ts';

const NAMES: Record<ConvertForm['format'], string> = {
  tle: 'TLE',
  '3le': '3LE',
  json: 'OMM (JSON)',
  csv: 'OMM (CSV)',
  xml: 'OMM (XML)',
  kvn: 'OMM (KVN)',
  oem: 'OEM',
  stk: 'STK',
  czml: 'CZML',
  kml: 'KML',
  geojson: 'GeoJSON',
};
/** A condition, which is written alike in every language. */
const CONDITION = 'inclination > 52';
const MOST_LISTED = 20;

/** Files of orbits from one format into another, and how much of them flies. */
export function ConvertPanel() {
  const t = text.value;
  const n = numbers.value;
  const { status, file, count, faults, verdict, made, problems } = converting.value;
  const isBusy = status !== 'idle';
  return (
    <div class="convert" data-file={isBusy ? undefined : file?.name}>
      <p class="hint">{t('convert.hint')}</p>
      <FilePicker />
      {isBusy && (
        <div class="row" role="status">
          <progress aria-label={t('convert.busy')} />
          <span>{t('convert.busy')}</span>
          <button type="button" onClick={stopConverting}>
            {t('run.cancel')}
          </button>
        </div>
      )}
      <ProblemList problems={problems} />
      {file && !isBusy && (
        <div role="status">
          {count > 0 && <p>{t('convert.holds', { name: plainName(file.name), count, words: n.count(count) })}</p>}
          {verdict && <p data-verdict>{sentence.value(verdict)}</p>}
          <ProblemList problems={faults} />
        </div>
      )}
      {file && <Form />}
      {made && (
        <div role="status" data-made={made.name}>
          <p>{t('convert.made', { name: made.name, count: made.count, words: n.count(made.count) })}</p>
          {made.notes.map((note) => (
            <p key={JSON.stringify(note)}>{sentence.value(note)}</p>
          ))}
        </div>
      )}
    </div>
  );
}

function FilePicker() {
  const t = text.value;
  const input = useRef<HTMLInputElement>(null);
  const kept = Object.entries(elementFiles.value);
  return (
    <div class="row wrap">
      <button type="button" data-first onClick={() => input.current?.click()}>
        {t('convert.choose')}
      </button>
      <input
        ref={input}
        type="file"
        class="hidden"
        tabIndex={-1}
        aria-label={t('convert.choose')}
        accept={ORBIT_FILES}
        onChange={async (event) => {
          const [chosen] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (!chosen) return;
          const said: string[] = [];
          const written = await textOf(chosen, MAX_ORBIT_BYTES, said);
          if (written === undefined) say(said.join(' '));
          else inspectFile({ name: chosen.name, text: written });
        }}
      />
      {kept.map(([name, written]) => (
        <button key={name} type="button" class="link" onClick={() => inspectFile({ name, text: written })}>
          {plainName(name)}
        </button>
      ))}
    </div>
  );
}

function Form() {
  const t = text.value;
  const form = convertForm.value;
  const { status, file } = converting.value;
  const set = (part: Partial<ConvertForm>) => {
    convertForm.value = { ...form, ...part };
  };
  const moves = !isElementNotation(form.format);
  const number = (key: 'durationS' | 'stepS' | 'maxAgeDays') => (
    <input
      id={`convert-${key}`}
      type="number"
      min="0"
      value={form[key]}
      onInput={(event) => set({ [key]: event.currentTarget.valueAsNumber })}
    />
  );
  return (
    <form
      class="convert-form"
      onSubmit={(event) => {
        event.preventDefault();
        convertFile(downloadBlob);
      }}
    >
      <Field name="format" label={t('convert.format')}>
        <select
          id="convert-format"
          value={form.format}
          onChange={(event) => set({ format: event.currentTarget.value as ConvertForm['format'] })}
        >
          {CONVERT_FORMATS.map((each) => (
            <option key={each} value={each}>
              {NAMES[each]}
            </option>
          ))}
        </select>
      </Field>
      <Field name="keep" label={t('convert.keep')}>
        <input
          id="convert-keep"
          placeholder={CONDITION}
          value={form.keep}
          onInput={(event) => set({ keep: event.currentTarget.value })}
        />
      </Field>
      <Field name="epoch" label={t('convert.moment')}>
        <input
          id="convert-epoch"
          placeholder={t('convert.moment.bulk')}
          value={form.startUtc}
          onChange={(event) => {
            set({ startUtc: event.currentTarget.value });
            if (file) inspectFile(file);
          }}
        />
      </Field>
      <Field name="maxAgeDays" label={t('convert.stale')}>
        {number('maxAgeDays')}
      </Field>
      {moves && (
        <>
          {(form.format === 'oem' || form.format === 'stk') && (
            <Field name="frame" label={t('convert.frame')}>
              <select
                id="convert-frame"
                value={form.frame}
                onChange={(event) => set({ frame: event.currentTarget.value as ConvertForm['frame'] })}
              >
                {frames.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </Field>
          )}
          <Field name="durationS" label={t('convert.duration')}>
            {number('durationS')}
          </Field>
          <Field name="stepS" label={t('convert.step')}>
            {number('stepS')}
          </Field>
        </>
      )}
      <label class="row">
        <input
          type="checkbox"
          checked={form.isSkippingBad}
          onChange={(event) => set({ isSkippingBad: event.currentTarget.checked })}
        />
        {t('convert.skipBad')}
      </label>
      <button type="submit" disabled={status !== 'idle'}>
        {t('convert.go')}
      </button>
    </form>
  );
}

/** A control under its label; the control's id is `convert-` and the name. */
function Field({ name, label, children }: { name: string; label: string; children: ComponentChildren }) {
  return (
    <div class="leaf">
      <label for={`convert-${name}`}>{label}</label>
      {children}
    </div>
  );
}

function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const t = text.value;
  if (problems.length === 0) return null;
  return (
    <div role="alert" class="problems" data-count={problems.length}>
      <ul>
        {problems.slice(0, MOST_LISTED).map((problem) => (
          <li key={`${problem.line}:${problem.code}`}>
            {[problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':')}{' '}
            {sentence.value(problem.said)}
          </li>
        ))}
        {problems.length > MOST_LISTED && <li>{t('convert.moreFaults', { count: problems.length - MOST_LISTED })}</li>}
      </ul>
    </div>
  );
}
