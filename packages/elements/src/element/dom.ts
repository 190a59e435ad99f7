/** A new element with attributes, where they have a value, and children. */
export function create<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Puts other children in; `replaceChildren` is younger than the oldest engines of the floor. */
export function refill(element: Element, ...children: (Node | string)[]): void {
  element.textContent = '';
  element.append(...children);
}
