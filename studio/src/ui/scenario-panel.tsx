import type { Problem } from 'cupola';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EditorWords, YamlEditor } from '../editor/yaml-editor.ts';
import { language, sentence, text } from '../i18n/text.ts';
import { draft } from '../state/draft.ts';
import { change, current, plan } from '../state/session.ts';
import { checkText } from '../worker/check.ts';
import { ScenarioForm } from './scenario-form.tsx';

const CHECK_AFTER_MS = 250;

/** The scenario as a form and as YAML: both change one text; it is run when it is applied. */
export function ScenarioPanel() {
  const t = text.value;
  const [as, setAs] = useState<'yaml' | 'form'>('yaml');
  const applied = plan.value.text;
  const [written, setWritten] = useState(draft.peek()?.text ?? applied);
  const [problems, setProblems] = useState<Problem[]>([]);
  // what the editor is given from outside; its own changes are not sent back to it
  const [given, setGiven] = useState({ text: written });
  const write = (words: string) => {
    setWritten(words);
    draft.value = words === applied ? undefined : { file: plan.value.file, text: words };
  };
  const give = (words: string) => {
    write(words);
    setGiven({ text: words });
  };
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) give(applied);
    first.current = false;
  }, [applied]);
  useEffect(() => {
    let isOld = false;
    const timer = setTimeout(() => {
      void checkText(written, plan.value.file).then((found) => {
        if (!isOld) setProblems(found);
      });
    }, CHECK_AFTER_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [written]);
  const runProblems = written === applied ? current.value.problems : [];
  const all = problems.length > 0 ? problems : runProblems;
  return (
    <div class="scenario">
      <div class="row">
        <fieldset class="switch">
          <legend class="hidden">{t('editor.title')}</legend>
          {(['yaml', 'form'] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="editor" checked={as === each} onChange={() => setAs(each)} />
              <span>{t(`editor.${each}`)}</span>
            </label>
          ))}
        </fieldset>
        <span class="spacer" />
        <button type="button" disabled={written === applied} onClick={() => give(applied)}>
          {t('editor.revert')}
        </button>
        <button
          type="button"
          class="primary"
          disabled={written === applied || problems.length > 0}
          onClick={() => change({ text: written })}
        >
          {t('editor.apply')}
        </button>
      </div>
      {as === 'yaml' ? (
        <YamlBox draft={written} given={given} problems={all} onChange={write} />
      ) : (
        <ScenarioForm draft={written} onChange={write} />
      )}
      <div class="problems" role="status" aria-live="polite" data-count={all.length}>
        {all.length === 0 ? (
          <p class="quiet">{t('editor.ok')}</p>
        ) : (
          <ul>
            {all.slice(0, 30).map((problem, i) => (
              <li key={`${problem.code}${i}`}>
                {problem.line
                  ? t('editor.problem', {
                      line: problem.line,
                      column: problem.column ?? 1,
                      message: sentenceAt(problem),
                    })
                  : sentenceAt(problem)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function sentenceAt({ path, said }: Problem): string {
  const words = sentence.value(said);
  return path ? text.value('editor.at', { path, message: words }) : words;
}

/** Words of the editor's own; those of the lists and searches that it does not show here are left out. */
function editorWords(): EditorWords {
  const t = text.value;
  const phrases = {
    Diagnostics: t('editor.phrase.diagnostics'),
    'No diagnostics': t('editor.ok'),
    'Control character': t('editor.phrase.control'),
    'Selection deleted': t('editor.phrase.deleted'),
    close: t('action.close'),
  };
  return { label: t('editor.label'), phrases };
}

interface YamlBoxProps {
  draft: string;
  given: { text: string };
  problems: Problem[];
  onChange: (words: string) => void;
}

function YamlBox({ draft, given, problems, onChange }: YamlBoxProps) {
  const t = text.value;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<YamlEditor | undefined>(undefined);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    let isGone = false;
    void import('../editor/yaml-editor.ts').then(({ YamlEditor }) => {
      if (isGone || !host.current) return;
      editor.current = new YamlEditor(host.current, draft, editorWords(), onChange);
      setReady(true);
    });
    return () => {
      isGone = true;
      editor.current?.dispose();
      editor.current = undefined;
    };
  }, []);
  useEffect(() => editor.current?.setText(given.text), [given]);
  useEffect(
    () => editor.current?.setProblems(problems.map((each) => ({ ...each, message: sentence.value(each.said) }))),
    [problems, isReady, language.value],
  );
  return (
    <div class="yaml" ref={host}>
      {!isReady && <p class="quiet">{t('editor.loading')}</p>}
    </div>
  );
}
