import { html } from 'lit/html.js';

/** A title that breaks, if it must, after its place, before its year and before what it is: `某某省|计划生育协会|2026年|工作要点`. */
export const breakableTitle = (title: string): unknown[] =>
  title
    .split(/(?=计划生育协会)|(?=\d{4}\s?年)|(?=工作(?:要点|报告|总结|计划))/)
    .map((part, index) => (index > 0 ? html`<wbr />${part}` : part));
