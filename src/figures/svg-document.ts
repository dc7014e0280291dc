import { escapeText } from './escape-text.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Something in a drawing: an element, or the words in one. */
type Child = SvgElement | string;

/** An element of a drawing, with what Observable Plot asks of an element of a page. */
export class SvgElement {
  readonly ownerDocument: SvgDocument;
  readonly namespaceURI = SVG;
  readonly tagName: string;
  parentNode: SvgElement | null = null;
  #children: Child[] = [];
  readonly #attributes = new Map<string, string>();

  constructor(ownerDocument: SvgDocument, tagName: string) {
    this.ownerDocument = ownerDocument;
    this.tagName = tagName;
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }

  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, String(value));
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  appendChild(child: SvgElement): SvgElement {
    return this.insertBefore(child, null);
  }

  insertBefore(child: SvgElement, next: SvgElement | null): SvgElement {
    child.parentNode?.removeChild(child);
    const at = next === null ? this.#children.length : this.#children.indexOf(next);
    this.#children.splice(at, 0, child);
    child.parentNode = this;
    return child;
  }

  removeChild(child: SvgElement): void {
    this.#children = this.#children.filter((each) => each !== child);
    child.parentNode = null;
  }

  set textContent(words: string) {
    this.#children = words === '' ? [] : [String(words)];
  }

  /** Elements in it. */
  get children(): SvgElement[] {
    return this.#children.filter((child) => typeof child !== 'string');
  }

  /** As it stands in a file. */
  toString(): string {
    const attributes = [...this.#attributes].map(([name, value]) => ` ${name}="${escapeText(shortened(name, value))}"`);
    const head = `<${this.tagName}${attributes.join('')}`;
    if (this.#children.length === 0) return `${head}/>`;
    const inner = this.#children.map((child) => (typeof child === 'string' ? escapeText(child) : child.toString()));
    return `${head}>${inner.join('')}</${this.tagName}>`;
  }
}

/** A document that holds one drawing, where there is no page: in Node and in a worker. The same calls give the same bytes. */
export class SvgDocument {
  readonly documentElement = new SvgElement(this, 'svg');

  createElementNS(_namespace: string, name: string): SvgElement {
    return new SvgElement(this, name);
  }
}

/** Attributes that hold places and sizes; in others a number stays as it is, and may be part of a colour or of words. */
const PLACES = new Set('d transform x x1 x2 y y1 y2 cx cy r width height'.split(' '));

/** A value with its numbers as short as a picture needs them: to a hundredth of a pixel. */
function shortened(name: string, value: string): string {
  if (!PLACES.has(name)) return value;
  return value.replace(/-?\d+\.\d+(?:e-?\d+)?|-?\d+e-?\d+/g, (digits) =>
    String(Math.round(Number(digits) * 100) / 100 || 0),
  );
}
