import { useEffect, useState } from 'preact/hooks';
import { meaningText, text } from '../i18n/text.ts';
import { plan } from '../state/session.ts';
import { editScenario, readScenario } from '../worker/check.ts';
import type { CheckAnswer } from '../worker/checker.ts';
import { type FieldSchema, fieldsOf, resolveRef } from './form-schema.ts';

type Path = (string | number)[];

interface FormContext {
  schema: FieldSchema;
  entries: Record<string, string[]>;
  edit: (path: Path, value: unknown) => void;
}

/** The scenario as fields, made from its schema; every change is written back into the text, comments and all. */
export function ScenarioForm({ draft, onChange }: { draft: string; onChange: (words: string) => void }) {
  const t = text.value;
  const [answer, setAnswer] = useState<CheckAnswer>();
  useEffect(() => {
    let isOld = false;
    void readScenario(draft, plan.value.file).then((next) => {
      if (!isOld) setAnswer(next);
    });
    return () => {
      isOld = true;
    };
  }, [draft]);
  if (!answer?.scenario || !answer.schema)
    return <p class="quiet">{answer ? t('editor.problems', { count: answer.problems.length }) : t('answers.wait')}</p>;
  const context: FormContext = {
    schema: answer.schema as FieldSchema,
    entries: answer.entries ?? {},
    edit: (path, value) => void editScenario(draft, path, value).then((next) => onChange(next.text)),
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
    <section class="form scroll" tabIndex={0} aria-label={t('editor.form')}>
      <Group value={answer.scenario as Record<string, unknown>} schema={context.schema} path={[]} context={context} />
    </section>
  );
}

/** The fields of one mapping: those that are written, and on request all that could be. */
function Group({
  value,
  schema,
  path,
  context,
}: {
  value: Record<string, unknown>;
  schema: FieldSchema;
  path: Path;
  context: FormContext;
}) {
  const t = text.value;
  const [isWhole, setWhole] = useState(false);
  const fields = fieldsOf(schema, context.schema);
  const written = fields.filter(({ name }) => value[name] !== undefined);
  const others = fields.filter(({ name }) => value[name] === undefined);
  return (
    <div class="fields">
      {[...written, ...(isWhole ? others : [])].map(({ name, field }) => (
        <Field key={name} name={name} value={value[name]} schema={field} path={[...path, name]} context={context} />
      ))}
      {others.length > 0 && !isWhole && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          {`${t('form.more')} (${others.length})`}
        </button>
      )}
    </div>
  );
}

interface FieldProps {
  name: string;
  value: unknown;
  schema: FieldSchema;
  path: Path;
  context: FormContext;
}

function Field({ name, value, schema, path, context }: FieldProps) {
  const t = text.value;
  const field = resolveRef(schema, context.schema);
  if (Array.isArray(value) && field.items) {
    const items = resolveRef(field.items, context.schema);
    if (items.properties) {
      const entries = context.entries[name === 'threat' ? 'threats' : name] ?? [];
      const fresh = () => ({ id: `${t('form.new')}-${value.length + 1}`, ...(entries[0] ? { use: entries[0] } : {}) });
      return (
        <fieldset class="list-field">
          <legend>{name}</legend>
          {value.map((each, i) => (
            <details key={`${name}${(each as { id?: string }).id ?? i}`} open={value.length < 3}>
              <summary>{String((each as { id?: string }).id ?? i + 1)}</summary>
              <Group value={each as Record<string, unknown>} schema={items} path={[...path, i]} context={context} />
              <button type="button" class="small" onClick={() => context.edit([...path, i], undefined)}>
                {t('form.remove', { name: String((each as { id?: string }).id ?? i + 1) })}
              </button>
            </details>
          ))}
          <button type="button" class="small" onClick={() => context.edit([...path, value.length], fresh())}>
            {t('form.add', { name })}
          </button>
        </fieldset>
      );
    }
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && field.properties)
    return (
      <fieldset class="list-field">
        <legend>{name}</legend>
        <Group value={value as Record<string, unknown>} schema={field} path={path} context={context} />
      </fieldset>
    );
  return <Leaf name={name} value={value} schema={field} path={path} context={context} />;
}

/** One value: a number, a word, a choice, a yes or no; anything else in short YAML. */
function Leaf({ name, value, schema, path, context }: FieldProps) {
  const id = `field-${path.join('-')}`;
  const options =
    schema.enum ??
    (name === 'use' ? context.entries[String(path[0]) === 'threat' ? 'threats' : String(path[0])] : undefined);
  const isNumber = schema.type === 'number' || schema.type === 'integer';
  const isPlain = value === undefined || typeof value !== 'object';
  const put = (written: string) => {
    if (written === '') context.edit(path, undefined);
    else if (isNumber || (value !== undefined && typeof value === 'number')) {
      if (Number.isFinite(Number(written))) context.edit(path, Number(written));
    } else context.edit(path, isPlain ? written : JSON.parse(written));
  };
  return (
    <div class="leaf">
      <label for={id}>{name}</label>
      {schema.type === 'boolean' ? (
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => context.edit(path, event.currentTarget.checked)}
        />
      ) : options && isPlain ? (
        <select
          id={id}
          value={value === undefined ? '' : String(value)}
          onChange={(event) => put(event.currentTarget.value)}
        >
          <option value="">–</option>
          {[...new Set([...options, ...(typeof value === 'string' ? [value] : [])])].map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          inputMode={isNumber ? 'decimal' : 'text'}
          value={isPlain ? String(value ?? '') : JSON.stringify(value)}
          onChange={(event) => {
            try {
              put(event.currentTarget.value);
              event.currentTarget.setCustomValidity('');
            } catch {
              event.currentTarget.setCustomValidity('JSON');
              event.currentTarget.reportValidity();
            }
          }}
        />
      )}
      {schema.description && <p class="quiet">{meaningText.value(schema.description)}</p>}
    </div>
  );
}
