import type { OutlineRow, OutlineSection } from '@fp-kit/sdk/outline';
import { render, type TemplateResult } from 'lit/html.js';
import { create, refill } from '../../element/dom.js';

// On each li, content-visibility makes filtering ten thousand take seconds; on runs of a few dozen it is the fastest there is.
const rowsInBlock = 50;

// So many rows of a long list are whole at once, about a screen of them, and its first block holds no more; the others once they are seen to be
// near. A list of one block, as most plans are, is whole from the start, and its height no guess.
const wholeAtOnce = 12;

/** A run of rows that the engine may leave undrawn together. */
interface Block {
  element: HTMLElement;
  parts: Part[];
}

/** What a block holds of one section: rows `first` up to `end`. Only the first part of a section has its headings. */
interface Part {
  element: HTMLElement;
  headings: { element: HTMLElement; depth: number }[];
  list: HTMLElement;
  first: number;
  end: number;
  /** Rows in view. */
  shown: number;
  /** Whether those in view are the fewer, and so the ones that are marked. */
  isSifted: boolean;
}

/**
 * The rows of a list, however many. The title of each is in the page at once, so that the browser's own search finds it; the rest of a row is
 * drawn when it comes near the screen, what is inside it when it is opened. Filtering hides rows and draws none anew. Nothing is kept for a
 * row that nobody has come near.
 */
export class Rows {
  /** Holds the sections; has its place in the list's template. */
  readonly element = document.createElement('div');

  #draw: (row: OutlineRow, isUnfolded: boolean) => TemplateResult;
  #rows: readonly OutlineRow[] = [];
  #blocks: Block[] = [];
  /** By place: 1 where the row is in view. */
  #shown = new Uint8Array();
  #unfolded = new Set<OutlineRow>();
  #near = new Set<Block>();
  #isWaiting = false;
  #watcher: IntersectionObserver | undefined;

  /** `draw` gives the inside of a row's list item, with what it holds once `isUnfolded`. */
  constructor(draw: (row: OutlineRow, isUnfolded: boolean) => TemplateResult) {
    this.#draw = draw;
    this.element.className = 'rows';
    this.element.addEventListener('click', this.#onClick);
    // A disclosure may also be opened by script; that event does not bubble.
    this.element.addEventListener('toggle', this.#onToggle, true);
  }

  get all(): readonly OutlineRow[] {
    return this.#rows;
  }

  /**
   * Lays the sections out from nothing, all rows in view; a task that was open is open again. `lang` is the language of the document where it
   * is not that around it.
   */
  show(sections: readonly OutlineSection[], lang: string): void {
    const isWatching = this.#watcher !== undefined;
    const open = new Set([...this.element.querySelectorAll('.task > details[open]')].map((details) => this.rowAround(details)?.task.id));
    this.unwatch();
    this.#rows = sections.flatMap(({ rows }) => rows);
    this.#shown = new Uint8Array(this.#rows.length).fill(1);
    this.#unfolded.clear();
    this.#blocks = layOut(sections, this.#rows.length > rowsInBlock, lang);
    refill(this.element, ...this.#blocks.map(({ element }) => element));
    for (const block of this.#blocks) {
      if (block.parts[0]!.first < wholeAtOnce) this.#complete(block);
      else block.element.classList.add('later');
      settle(block);
    }
    if (open.size > 0) for (const [item, row] of this.#items()) if (open.has(row.task.id)) this.#open(item, row);
    if (isWatching) this.watch();
  }

  /**
   * Goes on where a reader is in the rows that a server has drawn into `root`: opens what is open there. Returns what brings the focus along, for
   * when these rows are in the page.
   */
  takeOver(root: ShadowRoot): () => void {
    const nameIn = (summary: Element | null | undefined) => summary?.querySelector(':scope > .name')?.textContent;
    const open = new Set(Array.from(root.querySelectorAll('.task > details[open] > summary'), nameIn));
    const focused = nameIn(root.activeElement?.closest('summary'));
    let goOn: HTMLElement | null = null;
    for (const [item, row] of open.size > 0 || focused ? this.#items() : []) {
      const name = row.marker + row.task.title;
      if (open.has(name)) this.#open(item, row);
      if (name === focused) goOn = item.querySelector('summary');
    }
    return () => goOn?.focus({ preventScroll: true });
  }

  /** Begins to draw rows as they come near the screen. */
  watch(): void {
    if (this.#watcher) return;
    const later = this.#blocks.filter(isLater);
    const byElement = new Map<Element, Block>(later.map((block) => [block.element, block]));
    this.#watcher = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          const block = byElement.get(target)!;
          if (!isIntersecting) this.#near.delete(block);
          else {
            this.#near.add(block);
            if (boundingClientRect.top < innerHeight && boundingClientRect.bottom > 0) this.#complete(block);
          }
        }
        this.#completeNear();
      },
      { rootMargin: '600px 0px' },
    );
    for (const { element } of later) this.#watcher.observe(element);
  }

  unwatch(): void {
    this.#watcher?.disconnect();
    this.#watcher = undefined;
    this.#near.clear();
  }

  /** Hides all rows but those that pass, and headings that head none of them. Returns how many are in view. */
  filter(passes: (row: OutlineRow, place: number) => boolean): number {
    let shown = 0;
    let above: Part['headings'] = [];
    for (const { parts } of this.#blocks) {
      for (const part of parts) {
        for (const heading of part.headings) {
          above = [...above.filter(({ depth }) => depth < heading.depth), heading];
          heading.element.hidden = true;
        }
        part.shown = this.#filterPart(part, passes);
        if (part.shown > 0) for (const { element } of above) element.hidden = false;
        shown += part.shown;
      }
    }
    let whole = 0;
    for (const block of this.#blocks) {
      settle(block);
      if (whole >= wholeAtOnce) continue;
      this.#complete(block);
      whole += shownIn(block);
    }
    this.#completeNear();
    return shown;
  }

  /** Draws a row again, or all that are drawn. */
  redraw(row?: OutlineRow): void {
    for (const [item, one] of row ? this.#itemOf(row) : this.#items()) if (isWhole(item)) this.#drawRow(item, one);
  }

  /** Opens a row and brings it to the top of the screen. */
  reveal(row: OutlineRow): void {
    for (const [item] of this.#itemOf(row)) {
      this.#open(item, row);
      // Firefox scrolls to nothing that it has not laid out.
      item.closest('.block')!.classList.remove('later');
      item.scrollIntoView();
      item.querySelector('summary')!.focus({ preventScroll: true });
    }
  }

  /** Draws and opens everything, for paper. Returns what closes again what was closed. */
  openAll(): () => void {
    for (const [item, row, place] of this.#items()) if (this.#shown[place]) this.#unfold(item, row);
    const closed = this.element.querySelectorAll<HTMLDetailsElement>('.task details:not([open])');
    for (const details of closed) details.open = true;
    return () => {
      for (const details of closed) details.open = false;
    };
  }

  /** The row that an element is in. */
  rowAround(element: Element): OutlineRow | undefined {
    const item = element.closest<HTMLElement>('.task');
    const section = item?.closest('section');
    if (!item) return undefined;
    for (const { parts } of this.#blocks) {
      const part = parts.find((one) => one.element === section);
      if (part) return this.#rows[part.first + [...part.list.children].indexOf(item)];
    }
    return undefined;
  }

  // To touch each of ten thousand items, and be it to ask for its neighbour, takes longer than all else: of a list either those that are hidden
  // or those in view are marked, whichever are fewer.
  #filterPart(part: Part, passes: (row: OutlineRow, place: number) => boolean): number {
    const { list, first, end, isSifted } = part;
    const before = this.#shown.slice(first, end);
    let shown = 0;
    for (let place = first; place < end; place++) shown += this.#shown[place] = Number(passes(this.#rows[place]!, place));
    part.isSifted = 2 * shown < end - first;
    if (part.isSifted !== isSifted) list.classList.toggle('sifted');
    for (let place = first; place < end; place++) {
      const isMarked = part.isSifted === Boolean(this.#shown[place]);
      if (isMarked !== (isSifted === Boolean(before[place - first])))
        list.children[place - first]!.toggleAttribute('data-marked', isMarked);
    }
    return shown;
  }

  /** Draws the rows of a block that are in view and not whole. Returns whether there were any. */
  #complete(block: Block): boolean {
    let isDrawn = false;
    for (const { list, first } of block.parts) {
      let place = first;
      for (const item of itemsOf(list)) {
        const row = this.#rows[place]!;
        if (!this.#shown[place++] || isWhole(item)) continue;
        this.#drawRow(item, row);
        isDrawn = true;
      }
    }
    return isDrawn;
  }

  /** Draws what is near the screen but not on it, block by block, while there is nothing else to do. */
  #completeNear(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    whenIdle(() => {
      this.#isWaiting = false;
      if ([...this.#near].some((block) => this.#complete(block))) this.#completeNear();
    });
  }

  #drawRow(item: HTMLElement, row: OutlineRow): void {
    if (!isWhole(item)) {
      item.textContent = '';
      item.removeAttribute('lang');
    }
    render(this.#draw(row, this.#unfolded.has(row)), item);
  }

  #open(item: HTMLElement, row: OutlineRow): void {
    this.#unfold(item, row);
    item.querySelector('details')!.open = true;
  }

  #unfold(item: HTMLElement, row: OutlineRow): void {
    if (this.#unfolded.has(row)) return;
    this.#unfolded.add(row);
    this.#drawRow(item, row);
  }

  *#items(): Generator<[item: HTMLElement, row: OutlineRow, place: number]> {
    for (const { parts } of this.#blocks) {
      for (const { list, first } of parts) {
        let place = first;
        for (const item of itemsOf(list)) yield [item, this.#rows[place]!, place++];
      }
    }
  }

  *#itemOf(row: OutlineRow): Generator<[item: HTMLElement, row: OutlineRow]> {
    const place = this.#rows.indexOf(row);
    for (const { parts } of this.#blocks) {
      for (const { list, first, end } of parts) if (first <= place && place < end) yield [list.children[place - first] as HTMLElement, row];
    }
  }

  #onClick = (event: Event): void => {
    const details = (event.target as Element).closest('summary')?.parentElement;
    // Before the disclosure opens, so that it never opens empty.
    if (details?.matches('.task > details')) this.#unfoldAround(details);
  };

  #onToggle = (event: Event): void => {
    const details = event.target as HTMLDetailsElement;
    if (details.open && details.matches('.task > details')) this.#unfoldAround(details);
  };

  #unfoldAround(details: Element): void {
    const row = this.rowAround(details);
    if (row) this.#unfold(details.parentElement!, row);
  }
}

/** The items of a list; several times as fast as its live collection. */
function itemsOf(list: HTMLElement): HTMLElement[] {
  const items: HTMLElement[] = [];
  for (let item = list.firstElementChild; item; item = item.nextElementSibling) items.push(item as HTMLElement);
  return items;
}

const isWhole = (item: HTMLElement): boolean => item.firstElementChild !== null;

const isLater = ({ element }: Block): boolean => element.classList.contains('later');

/** Hides what of a block has no row in view, and tells the style sheet about how tall it is while the engine has not drawn it. */
function settle(block: Block): void {
  const { element, parts } = block;
  for (const part of parts) part.element.hidden = part.shown === 0 && part.headings.every((heading) => heading.element.hidden);
  element.hidden = parts.every((part) => part.element.hidden);
  element.dataset['rows'] = String(Math.ceil(Math.log2(shownIn(block) + 1)));
}

/** Rows of a block that are in view. */
const shownIn = ({ parts }: Block): number => parts.reduce((sum, { shown }) => sum + shown, 0);

/** Does what can wait; Safari says not when it is idle. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 200 });
  else setTimeout(work, 50);
}

function layOut(sections: readonly OutlineSection[], isLong: boolean, lang: string): Block[] {
  // Cloned as a whole: a list of rows costs one call for the nodes, and for each row one for its title.
  const prototype = create('ul');
  for (let index = 0; index < rowsInBlock; index++)
    prototype.append(create('li', { class: 'task', part: 'task', lang: lang || undefined }, ' '));

  const blocks: Block[] = [];
  let place = 0;
  let free = 0;
  for (const { headings, rows } of sections) {
    for (let from = 0; from < rows.length;) {
      if (free === 0) {
        blocks.push({ element: create('div', { class: 'block' }), parts: [] });
        free = isLong && blocks.length === 1 ? wholeAtOnce : rowsInBlock;
      }
      const taken = rows.slice(from, from + free);
      const heads = from === 0 ? headings.map((heading) => ({ element: drawHeading(heading, lang), depth: heading.depth })) : [];
      const list = prototype.cloneNode(true) as HTMLElement;
      while (list.childElementCount > taken.length) list.lastElementChild!.remove();
      let item = list.firstElementChild;
      for (const { task, marker } of taken) {
        (item!.firstChild as Text).data = marker + task.title;
        item = item!.nextElementSibling;
      }
      const section = create('section', { class: heads[0]?.depth === 0 ? 'chapter' : undefined, part: 'section' });
      section.append(...heads.map(({ element }) => element), list);
      const block = blocks[blocks.length - 1]!;
      block.element.append(section);
      block.parts.push({
        element: section,
        headings: heads,
        list,
        first: place,
        end: place + taken.length,
        shown: taken.length,
        isSifted: false,
      });
      place += taken.length;
      free -= taken.length;
      from += taken.length;
    }
  }
  return blocks;
}

function drawHeading({ marker, title, depth }: OutlineSection['headings'][number], lang: string): HTMLElement {
  const ordinal = marker ? [create('span', { class: 'marker' }, marker)] : [];
  return create(depth === 0 ? 'h3' : 'h4', { lang: lang || undefined }, ...ordinal, title);
}
