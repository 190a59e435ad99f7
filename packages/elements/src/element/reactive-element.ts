import { adopt, type StyleGroup } from './css.js';

/** Names of properties that have changed since the last update, with what they were before. */
export type PropertyValues<Element = Record<string, unknown>> = ReadonlyMap<keyof Element, unknown>;

interface Declaration {
  /** The attribute that sets it; its name in small letters unless told. */
  attribute?: string | false;
  type?: typeof Number | typeof Boolean;
}

type Declarations = ReadonlyMap<string, { name: string; type: Declaration['type'] }>;

let updating: Promise<void> | undefined;
let waiting: ReactiveElement[] = [];

/** One turn for all that wait, those included that come to wait meanwhile. */
function updateAll(): void {
  for (const element of waiting) {
    try {
      element['performUpdate']();
    } catch (error) {
      // One element's fault is told as any other's, and keeps no other from its update.
      setTimeout(() => {
        throw error;
      });
    }
  }
  waiting = [];
  updating = undefined;
}

// A server has none.
const Base = (globalThis as Partial<typeof globalThis>).HTMLElement ?? (Object as unknown as typeof HTMLElement);

/**
 * An element with properties that updates itself once after any of them have changed. Lit's own base class would be a third of the bytes of a
 * ring, and with a promise, three maps and a turn of the event loop for each element a third of the time of a thousand rings.
 */
export abstract class ReactiveElement extends Base {
  static styles: StyleGroup = [];

  /** Properties by the attributes that set them. */
  private static declared: Declarations = new Map();

  static get observedAttributes(): string[] {
    return [...this.declared.keys()];
  }

  protected renderRoot!: ShadowRoot;
  protected hasUpdated = false;

  #changed = new Map<string, unknown>();
  #isWaiting = false;
  #early: object | undefined;

  constructor() {
    super();
    // What was set before the class was known hides its accessors.
    for (const name of Object.keys(this)) {
      if (!(name in Object.getPrototypeOf(this))) continue;
      this.#early = { ...this.#early, [name]: this[name as keyof this] };
      Reflect.deleteProperty(this, name);
    }
  }

  connectedCallback(): void {
    Object.assign(this, this.#early);
    this.#early = undefined;
    if (!(this.renderRoot as ShadowRoot | undefined)) this.renderRoot = this.createRenderRoot();
    if (!this.hasUpdated) this.requestUpdate();
  }

  disconnectedCallback(): void {}

  attributeChangedCallback(attribute: string, _before: string | null, value: string | null): void {
    const { name, type } = (this.constructor as typeof ReactiveElement).declared.get(attribute)!;
    Object.assign(this, { [name]: type === Boolean ? value !== null : type && value !== null ? type(value) : value });
  }

  /** Resolves when what has changed so far is shown; false if more has changed meanwhile. */
  get updateComplete(): Promise<boolean> {
    return Promise.resolve(updating).then(() => !this.#isWaiting);
  }

  /** Updates the element soon. An element that was never on a page waits until it is. */
  requestUpdate(name?: string, before?: unknown): void {
    if (name !== undefined && !this.#changed.has(name)) this.#changed.set(name, before);
    if (this.#isWaiting || !(this.renderRoot as ShadowRoot | undefined)) return;
    this.#isWaiting = true;
    waiting.push(this);
    updating ??= Promise.resolve().then(updateAll);
  }

  private performUpdate(): void {
    const changed = this.#changed as PropertyValues as PropertyValues<this>;
    try {
      this.willUpdate(changed);
      this.update(changed);
    } finally {
      this.#changed = new Map();
      this.#isWaiting = false;
    }
    if (!this.hasUpdated) this.firstUpdated();
    this.hasUpdated = true;
    this.updated(changed);
  }

  protected createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    adopt(root, (this.constructor as typeof ReactiveElement).styles, true);
    return root;
  }

  /** Before the drawing; what is set here is part of the same update. */
  protected abstract willUpdate(changed: PropertyValues<this>): void;

  /** Draws. */
  protected abstract update(changed: PropertyValues<this>): void;

  protected abstract updated(changed: PropertyValues<this>): void;

  protected firstUpdated(): void {}
}

/** A property that an attribute may set too, and that asks for an update when it changes. */
export function property({ attribute, type }: Declaration = {}) {
  return (prototype: ReactiveElement, name: string): void => {
    const owner = prototype.constructor as typeof ReactiveElement;
    if (attribute !== false) owner['declared'] = new Map([...owner['declared'], [attribute ?? name.toLowerCase(), { name, type }]]);
    const held = Symbol();
    Object.defineProperty(prototype, name, {
      get(this: Record<symbol, unknown>) {
        return this[held];
      },
      set(this: ReactiveElement & Record<symbol, unknown>, value: unknown) {
        const before = this[held];
        this[held] = value;
        if (!Object.is(value, before)) this.requestUpdate(name, before);
      },
    });
  };
}

/** A property of the element's own. */
export const state = (): ((prototype: ReactiveElement, name: string) => void) => property({ attribute: false });
