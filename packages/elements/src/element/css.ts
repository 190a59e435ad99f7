/** A style sheet as text. */
export interface Style {
  readonly text: string;
}

export type StyleGroup = Style | readonly StyleGroup[];

/** A style sheet, or a run of declarations to be filled into others. */
export const css = (strings: TemplateStringsArray, ...fills: readonly Style[]): Style => ({
  text: strings.reduce((text, string, index) => text + fills[index - 1]!.text + string),
});

const sheets = new Map<Style, CSSStyleSheet>();
const adopted = new Map<StyleGroup, CSSStyleSheet[]>();

const flatten = (group: StyleGroup): Style[] => [...new Set('text' in group ? [group] : group.flatMap(flatten))];

/** Adds sheets to a shadow root, behind those it has (asking which these are takes time, and a new root has none); all roots share them. */
export function adopt(root: ShadowRoot, group: StyleGroup, isNew = false): void {
  if (!('adoptedStyleSheets' in root)) {
    adoptAsElements(root, group);
    return;
  }
  let added = adopted.get(group);
  if (!added) adopted.set(group, (added = flatten(group).map(sheetOf)));
  root.adoptedStyleSheets = isNew ? added : [...root.adoptedStyleSheets, ...added];
}

function sheetOf(style: Style): CSSStyleSheet {
  let sheet = sheets.get(style);
  if (!sheet) {
    sheets.set(style, (sheet = new CSSStyleSheet()));
    sheet.replaceSync(style.text);
  }
  return sheet;
}

/** Safari before 16.4 adopts no sheets. A strict page wants its nonce on style elements. */
function adoptAsElements(root: Node, group: StyleGroup): void {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  for (const { text } of flatten(group)) {
    const element = document.createElement('style');
    if (nonce) element.nonce = nonce;
    element.textContent = text;
    root.appendChild(element);
  }
}
