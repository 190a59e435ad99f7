import { launch } from 'puppeteer-core';
import { findChromium } from '../../../scripts/chromium.mjs';
import { escapeXml } from './docx.js';

/** A text printed on A4 by a real browser, as an official document is set, or the reason why it cannot be done here. */
export async function printPdf(text: string): Promise<Uint8Array | string> {
  const browser = await launch(await findChromium());
  try {
    const page = await browser.newPage();
    const paragraphs = text.split('\n').map((line) => `<p>${escapeXml(line)}</p>`);
    await page.setContent(
      `<!doctype html><style>@page{size:A4;margin:37mm 26mm 35mm 28mm}body{margin:0;font:16pt/28pt "Noto Serif CJK SC","Noto Sans CJK SC",SimSun,"Songti SC",serif}p{margin:0;text-indent:2em;text-align:justify}</style>${paragraphs.join('')}`,
    );
    // Boxes instead of characters are all of one shape.
    const hasFont = await page.evaluate(() => {
      const draw = (character: string) => {
        const canvas = document.createElement('canvas');
        const pen = canvas.getContext('2d')!;
        pen.font = '40px "Noto Serif CJK SC","Noto Sans CJK SC",SimSun,"Songti SC",serif';
        pen.fillText(character, 0, 50);
        return canvas.toDataURL();
      };
      return draw('计') !== draw('划');
    });
    if (!hasFont) return 'no Chinese font is installed for the browser to print with (Debian: fonts-noto-cjk)';
    const footer = '<div style="font-size:10pt;width:100%;text-align:center">— <span class="pageNumber"></span> —</div>';
    return await page.pdf({ preferCSSPageSize: true, displayHeaderFooter: true, headerTemplate: '<i></i>', footerTemplate: footer });
  } finally {
    await browser.close();
  }
}
