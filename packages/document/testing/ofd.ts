import { strToU8, zipSync } from 'fflate';
import { escapeXml } from './docx.js';

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
/** Of GB/T 9704: 28 characters of 5.6 mm in a line, 22 lines a page. */
const size = 5.6;
const perLine = 28;
const perPage = 22;
const left = 28;
const top = 37;
const leading = 10;

interface Printed {
  text: string;
  indent: number;
}

/** A text as it is printed: paragraphs begin two characters in, lines of 28, no line begins with punctuation. */
function printedLines(text: string): Printed[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const lines: Printed[] = [];
      const glyphs = Array.from(line.trim());
      for (let at = 0; at < glyphs.length;) {
        const indent = at === 0 ? 2 : 0;
        let end = at + perLine - indent;
        while (end < glyphs.length && /[，。、；：）”》0-9%.]/.test(glyphs[end]!)) end--;
        lines.push({ text: glyphs.slice(at, end).join(''), indent });
        at = end;
      }
      return lines;
    });
}

const textObject = ({ text, indent }: Printed, line: number) => {
  const count = Array.from(text).length;
  return `<ofd:TextObject ID="${line + 10}" Boundary="${left + indent * size} ${top + line * leading} 160 ${size}" Font="1" Size="${size}"><ofd:TextCode X="0" Y="4.8"${count > 1 ? ` DeltaX="g ${count - 1} ${size}"` : ''}>${escapeXml(text)}</ofd:TextCode></ofd:TextObject>`;
};

export const ofdPage = (objects: string, more = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><ofd:Page ${namespace}>${more}<ofd:Content><ofd:Layer ID="2">${objects}</ofd:Layer></ofd:Content></ofd:Page>`;

/** An OFD of these pages; `parts` are added, or stand in for others, by their path. */
export function ofd(pages: string[], parts: Record<string, string> = {}): Uint8Array {
  const list = pages.map((_, i) => `<ofd:Page ID="${i + 100}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('');
  const files: Record<string, string> = {
    'OFD.xml': `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${namespace} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<?xml version="1.0" encoding="UTF-8"?><ofd:Document ${namespace}><ofd:CommonData><ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(pages.map((page, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, page])),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, content]) => [path, strToU8(content)])));
}

/** A text as an OFD, its lines on each page in no order but their place, with page numbers. */
export function ofdOf(text: string): Uint8Array {
  const lines = printedLines(text);
  const pages: string[] = [];
  for (let at = 0; at < lines.length; at += perPage) {
    const objects = lines.slice(at, at + perPage).map(textObject);
    const number = textObject({ text: `— ${pages.length + 1} —`, indent: 20 }, perPage + 1);
    pages.push(ofdPage([number, ...objects.reverse()].join('')));
  }
  return ofd(pages);
}
