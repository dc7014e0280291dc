/** The few methods of a 2-D canvas that the layers use, written down as SVG. */
export class SvgCanvas {
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  lineJoin = 'miter';
  globalAlpha = 1;
  font = '';
  readonly #parts: string[] = [];
  #path = '';
  #dash = '';
  #rects = '';
  #rectKey = '';

  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number, ground: string) {
    this.width = width;
    this.height = height;
    this.#parts.push(`<rect width="${width}" height="${height}" fill="${ground}"/>`);
  }

  beginPath(): void {
    this.#path = '';
  }
  moveTo(x: number, y: number): void {
    this.#path += `M${round(x)} ${round(y)}`;
  }
  lineTo(x: number, y: number): void {
    this.#path += `L${round(x)} ${round(y)}`;
  }
  closePath(): void {
    this.#path += 'Z';
  }
  arc(x: number, y: number, r: number): void {
    this.#path += `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0Z`;
  }
  setLineDash(dash: number[]): void {
    this.#dash = dash.join(' ');
  }
  fill(rule?: 'evenodd'): void {
    const how = rule ? ` fill-rule="${rule}"` : '';
    this.#add(`<path d="${this.#path}" fill="${this.fillStyle}" fill-opacity="${this.globalAlpha}"${how}/>`);
  }
  stroke(): void {
    const dash = this.#dash ? ` stroke-dasharray="${this.#dash}"` : '';
    this.#add(
      `<path d="${this.#path}" fill="none" stroke="${this.strokeStyle}" stroke-width="${this.lineWidth}" stroke-opacity="${this.globalAlpha}"${dash}/>`,
    );
  }
  /** Rectangles of one colour become one path. */
  fillRect(x: number, y: number, w: number, h: number): void {
    const key = `fill="${this.fillStyle}" fill-opacity="${this.globalAlpha}"`;
    if (key !== this.#rectKey) this.#flush();
    this.#rectKey = key;
    this.#rects += `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`;
  }
  /** An outline under the letters that come next at the same place. */
  strokeText(text: string, x: number, y: number): void {
    this.#words(
      text,
      x,
      y,
      `fill="none" stroke="${this.strokeStyle}" stroke-width="${this.lineWidth}" stroke-linejoin="${this.lineJoin}"`,
    );
  }
  fillText(text: string, x: number, y: number): void {
    this.#words(text, x, y, `fill="${this.fillStyle}"`);
  }
  #words(text: string, x: number, y: number, paint: string): void {
    const safe = text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
    this.#add(`<text x="${round(x)}" y="${round(y)}" ${paint} font-family="sans-serif" font-size="11">${safe}</text>`);
  }

  /** The drawing as a file. */
  text(): string {
    this.#flush();
    const { width, height } = this;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n${this.#parts.join('\n')}\n</svg>\n`;
  }

  #add(part: string): void {
    this.#flush();
    this.#parts.push(part);
  }
  #flush(): void {
    if (this.#rects) this.#parts.push(`<path d="${this.#rects}" ${this.#rectKey}/>`);
    this.#rects = '';
    this.#rectKey = '';
  }
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
