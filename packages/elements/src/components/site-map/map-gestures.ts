import type { MapView, Size } from './map-view.js';
import { movedBy, zoomedAt } from './map-view.js';

export interface Mover {
  view(): MapView;
  size(): Size;
  /** The hand is on the map: shown at once. */
  moveTo(view: MapView): void;
  /** The hand is off it: comes to rest on a whole zoom. */
  rest(): void;
  /** One step, as with the buttons. */
  step(view: MapView): void;
  /** The page scrolls, and the map says how it is moved. */
  hint(how: 'touch' | 'wheel'): void;
}

/** Further than this in pixels is no click. */
const slack = 6;

/**
 * Pan and zoom by mouse, touch and keyboard on `stage`. The page keeps its scroll: one finger and the plain wheel belong to it, two fingers
 * and the wheel with Ctrl (which is what a pinch on a touchpad sends) to the map. Ends with the element: all listeners are its own, but for
 * those of a drag under way.
 */
export function watchGestures(stage: HTMLElement, map: Mover): void {
  const fromCentre = (clientX: number, clientY: number): [right: number, down: number] => {
    const box = stage.getBoundingClientRect();
    return [clientX - box.left - box.width / 2, clientY - box.top - box.height / 2];
  };

  stage.addEventListener('mousedown', (down) => {
    if (down.button !== 0) return;
    const from = map.view();
    let hasMoved = false;
    const onMove = (move: MouseEvent) => {
      const right = down.clientX - move.clientX;
      const below = down.clientY - move.clientY;
      if (!hasMoved && Math.abs(right) + Math.abs(below) < slack) return;
      hasMoved = true;
      stage.classList.add('dragged');
      map.moveTo(movedBy(from, right, below));
    };
    const onUp = () => {
      window.removeEventListener('mousemove', onMove);
      window.removeEventListener('mouseup', onUp);
      if (!hasMoved) return;
      stage.classList.remove('dragged');
      // The click that ends a drag chooses nothing.
      const swallow = (click: Event) => click.stopPropagation();
      stage.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => stage.removeEventListener('click', swallow, true));
      map.rest();
    };
    window.addEventListener('mousemove', onMove);
    window.addEventListener('mouseup', onUp);
  });

  stage.addEventListener('dblclick', (event) => {
    const view = map.view();
    if (!(event.target as Element).closest('button')) map.step(zoomedAt(view, view.zoom + 1, ...fromCentre(event.clientX, event.clientY)));
  });

  let wheeling: ReturnType<typeof setTimeout> | undefined;
  stage.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) {
        map.hint('wheel');
        return;
      }
      event.preventDefault();
      const view = map.view();
      // A touchpad sends many small steps, a wheel few of about 100.
      const by = Math.max(-0.5, Math.min(0.5, -event.deltaY / 100));
      map.moveTo(zoomedAt(view, view.zoom + by, ...fromCentre(event.clientX, event.clientY)));
      clearTimeout(wheeling);
      wheeling = setTimeout(() => map.rest(), 200);
    },
    { passive: false },
  );

  watchTouch(stage, map, fromCentre);

  stage.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { width, height } = map.size();
    const view = map.view();
    const next: Record<string, () => MapView> = {
      ArrowLeft: () => movedBy(view, -width / 4, 0),
      ArrowRight: () => movedBy(view, width / 4, 0),
      ArrowUp: () => movedBy(view, 0, -height / 4),
      ArrowDown: () => movedBy(view, 0, height / 4),
      '+': () => zoomedAt(view, view.zoom + 1, 0, 0),
      '=': () => zoomedAt(view, view.zoom + 1, 0, 0),
      '-': () => zoomedAt(view, view.zoom - 1, 0, 0),
    };
    const change = next[event.key];
    if (!change) return;
    event.preventDefault();
    map.step(change());
  });
}

interface Pinch {
  from: MapView;
  right: number;
  down: number;
  apart: number;
}

function watchTouch(stage: HTMLElement, map: Mover, fromCentre: (x: number, y: number) => [number, number]): void {
  let pinch: Pinch | undefined;
  let start: [x: number, y: number] | undefined;
  const between = ([a, b]: Touch[]): { right: number; down: number; apart: number } => {
    const [right, down] = fromCentre((a!.clientX + b!.clientX) / 2, (a!.clientY + b!.clientY) / 2);
    return { right, down, apart: Math.hypot(a!.clientX - b!.clientX, a!.clientY - b!.clientY) };
  };

  stage.addEventListener(
    'touchstart',
    ({ touches }) => {
      start = touches.length === 1 ? [touches[0]!.clientX, touches[0]!.clientY] : undefined;
      pinch = touches.length === 2 ? { from: map.view(), ...between([...touches]) } : undefined;
    },
    { passive: true },
  );
  stage.addEventListener(
    'touchmove',
    (event) => {
      const { touches } = event;
      if (!pinch) {
        if (start && Math.hypot(touches[0]!.clientX - start[0], touches[0]!.clientY - start[1]) > 4 * slack) map.hint('touch');
        return;
      }
      if (touches.length !== 2) return;
      // The page neither scrolls nor zooms while two fingers hold the map.
      if (event.cancelable) event.preventDefault();
      const { right, down, apart } = between([...touches]);
      const zoomed = zoomedAt(pinch.from, pinch.from.zoom + Math.log2(apart / pinch.apart), pinch.right, pinch.down);
      map.moveTo(movedBy(zoomed, pinch.right - right, pinch.down - down));
    },
    { passive: false },
  );
  const onEnd = ({ touches }: TouchEvent) => {
    if (!pinch || touches.length >= 2) return;
    pinch = undefined;
    map.rest();
  };
  stage.addEventListener('touchend', onEnd);
  stage.addEventListener('touchcancel', onEnd);
}
