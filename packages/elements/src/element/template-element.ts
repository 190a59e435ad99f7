import type { StyleGroup } from './css.js';
import { nothing, render, type TemplateResult } from 'lit/html.js';
import type { Messages } from '../locales/zh-CN.js';
import { cardStyles } from '../theme/card.styles.js';
import { controls } from '../theme/controls.styles.js';
import { noteStyles } from '../theme/note.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { FpElement } from './fp-element.js';

/** An element that shows its data by a template of Lit. */
export abstract class TemplateElement<Data, Words extends object = Messages> extends FpElement<Data, Words> {
  static override styles: StyleGroup = [tokens, cardStyles, noteStyles, controls];

  protected abstract renderData(data: Data): TemplateResult;

  /** `lang` of words that come from a document, where that is not the language around them. */
  protected get documentLang(): string | typeof nothing {
    return this.uiLang === 'en' ? 'zh-CN' : nothing;
  }

  protected override draw(data: Data, view: HTMLElement): void {
    render(this.renderData(data), view, { host: this });
  }
}
