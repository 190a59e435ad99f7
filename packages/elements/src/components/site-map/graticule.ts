import { onScreen, toDegrees, toSquare, type MapView, type Size } from './map-view.js';

/** Degrees between two lines, from the whole country to a street. */
const steps = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

const namespace = 'http://www.w3.org/2000/svg';

/** Meridians and parallels, each with its degrees: what can be drawn without a map. */
export class Graticule {
  readonly element = document.createElementNS(namespace, 'svg');
  #lines = document.createElementNS(namespace, 'path');
  #labels: SVGTextElement[] = [];

  constructor() {
    this.element.setAttribute('class', 'graticule');
    this.element.setAttribute('aria-hidden', 'true');
    this.element.append(this.#lines);
  }

  /** `em` is the size of the text around the map in pixels. */
  draw(view: MapView, size: Size, em: number): void {
    const { width, height } = size;
    const [west, north] = toDegrees(...cornerOf(view, size, 0, 0));
    const [east, south] = toDegrees(...cornerOf(view, size, width, height));
    // About a hand's breadth apart, and no closer than their degrees are wide.
    const step = steps.find((one) => (one / (east - west)) * width < 12 * em) ?? 0.001;
    const lines: string[] = [];
    let used = 0;
    const label = (left: number, top: number, degrees: number, sides: string) => {
      const text = (this.#labels[used] ??= this.element.appendChild(document.createElementNS(namespace, 'text')));
      used++;
      text.setAttribute('x', left.toFixed(1));
      text.setAttribute('y', top.toFixed(1));
      text.textContent = `${Number(Math.abs(degrees).toFixed(3))}°${degrees < 0 ? sides[0] : sides[1]}`;
    };
    for (let at = Math.ceil(west / step); at * step <= east; at++) {
      const [left] = onScreen(view, size, ...toSquare(at * step, 0));
      lines.push(`M${left.toFixed(1)} 0V${height}`);
      // Beside the buttons.
      if (left < width - 6.5 * em) label(left + 4, 0.9 * em, at * step, 'WE');
    }
    for (let at = Math.ceil(south / step); at * step <= north; at++) {
      const [, top] = onScreen(view, size, ...toSquare(0, at * step));
      lines.push(`M0 ${top.toFixed(1)}H${width}`);
      if (top > 1.8 * em) label(4, top - 4, at * step, 'SN');
    }
    this.#lines.setAttribute('d', lines.join(''));
    for (const spare of this.#labels.splice(used)) spare.remove();
  }
}

function cornerOf({ x, y, zoom }: MapView, { width, height }: Size, left: number, top: number): [number, number] {
  const scale = 256 * 2 ** zoom;
  return [x + (left - width / 2) / scale, y + (top - height / 2) / scale];
}
