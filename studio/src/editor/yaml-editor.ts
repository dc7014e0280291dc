import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { ink } from '../charts/ink.ts';

/** Colours of the page, light or dark. */
const look = EditorView.theme({
  '&': { height: '100%', fontSize: '12.5px', backgroundColor: 'var(--ground)', color: 'var(--text)' },
  '.cm-content': { fontFamily: 'ui-monospace, Menlo, Consolas, monospace', caretColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--ground)', color: 'var(--quiet)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--text) 5%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--text) 5%, transparent)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 30%, transparent) !important',
  },
  '.cm-tooltip': { backgroundColor: 'var(--raised)', color: 'var(--text)', border: '1px solid var(--line)' },
  '&.cm-focused': { outline: '2px solid var(--focus)' },
});

const words = HighlightStyle.define([
  { tag: tags.propertyName, color: ink.series[0] },
  { tag: [tags.string, tags.content], color: 'var(--soft)' },
  { tag: [tags.number, tags.bool], color: ink.series[1] },
  { tag: tags.comment, color: 'var(--quiet)' },
  { tag: [tags.punctuation, tags.separator], color: 'var(--quiet)' },
]);

export interface EditorWords {
  label: string;
  /** What the editor itself says, by its English words. */
  phrases: Record<string, string>;
}

/**
 * The YAML editor. It lives in a shadow root: there its styles are constructed style sheets, which a page without inline
 * styles may have.
 */
/** A sentence at a place of the text. */
export interface Mark {
  line?: number;
  column?: number;
  path: string;
  message: string;
}

export class YamlEditor {
  readonly #view: EditorView;
  readonly #host: HTMLElement;

  constructor(parent: HTMLElement, text: string, says: EditorWords, onChange: (text: string) => void) {
    this.#host = document.createElement('div');
    this.#host.className = 'yaml-host';
    parent.append(this.#host);
    const root = this.#host.attachShadow({ mode: 'open' });
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          lintGutter(),
          history(),
          drawSelection(),
          indentOnInput(),
          highlightActiveLine(),
          yaml(),
          syntaxHighlighting(words),
          look,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': says.label, tabindex: '0' }),
          EditorState.phrases.of(says.phrases),
          // Tab stays with the page, so that the editor is no trap for the keyboard
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
  }

  setText(text: string): void {
    const { doc } = this.#view.state;
    if (doc.toString() !== text) this.#view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
  }

  /** Marks each problem at its line. */
  setProblems(problems: readonly Mark[]): void {
    const { doc } = this.#view.state;
    const marks = problems.map(({ line, column, message, path }): Diagnostic => {
      const at = doc.line(Math.min(doc.lines, Math.max(1, line ?? 1)));
      const from = Math.min(at.to, at.from + Math.max(0, (column ?? 1) - 1));
      return { from, to: at.to, severity: 'error', message: path ? `${path}: ${message}` : message };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, marks));
  }

  dispose(): void {
    this.#view.destroy();
    this.#host.remove();
  }
}
