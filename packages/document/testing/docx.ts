import { strToU8, zipSync } from 'fflate';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';

export const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A paragraph of one run, with what stands in its `w:pPr`. */
export const paragraph = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

/** A docx as Word writes it: `body` is what stands in `w:body`, `parts` are further parts of the folder word/ by their kind. */
export function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const relation = (kind: string, target: string) => `<Relationship Id="${kind}" Type="${office}/${kind}" Target="${target}"/>`;
  const relations = (list: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  const part = (root: string, content: string) => strToU8(`<?xml version="1.0"?><w:${root} ${namespaces}>${content}</w:${root}>`);
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${['document.main', ...Object.keys(parts)].map((kind) => `<Override PartName="/word/${kind.replace('.main', '')}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(relations(relation('officeDocument', 'word/document.xml'))),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/_rels/document.xml.rels': strToU8(
      relations(
        Object.keys(parts)
          .map((kind) => relation(kind, `${kind}.xml`))
          .join(''),
      ),
    ),
    ...Object.fromEntries(Object.entries(parts).map(([kind, content]) => [`word/${kind}.xml`, part(kind, content)])),
  });
}

/** A text as a docx, a paragraph a line. */
export const docxOf = (text: string) =>
  docx(
    text
      .split('\n')
      .map((line) => paragraph(line))
      .join(''),
  );
