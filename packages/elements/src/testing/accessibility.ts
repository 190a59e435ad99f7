import { expect } from 'chai';
import { render, type Example } from './example.js';
import { faultsOf, inside, mount, styleAttributes, unfold } from './page.js';

const themes = ['light', 'dark', 'elder', 'contrast'] as const;
const languages = ['zh-CN', 'en'] as const;

/** Every example, in every theme and language, everything unfolded: nothing for axe to find, and no `style` attribute. */
export function testAccessibility(examples: readonly Example[]): void {
  describe('accessibility', () => {
    for (const example of examples) {
      it(`has no fault in ${example.name}, in every theme and language`, async () => {
        for (const theme of themes) {
          for (const lang of languages) {
            const element = await mount(render(example, { theme, lang }));
            document.body.style.background = theme === 'dark' ? '#111' : '#fff';
            document.body.style.color = theme === 'dark' ? '#fff' : '#000';
            unfold();
            expect(await faultsOf(element), `${theme} ${lang}`).to.deep.equal([]);
            expect(styleAttributes(element)).to.equal(0);
            element.remove();
          }
        }
        document.body.removeAttribute('style');
      }).timeout(30_000);
    }

    it('needs no sideways scroll at 320 pixels, elder text included', async () => {
      for (const example of examples) {
        for (const theme of themes) {
          const box = document.createElement('div');
          box.style.inlineSize = '320px';
          document.body.append(box);
          const element = render(example, { theme });
          box.append(element);
          await mount(element);
          box.append(element);
          unfold();
          const right = box.getBoundingClientRect().right;
          const out = inside(element, '*').filter(
            (one) => !one.closest('.unheard') && one.getClientRects().length > 0 && one.getBoundingClientRect().right > right + 0.5,
          );
          expect(
            out.map((one) => `${one.className} ${one.textContent}`),
            `${example.name} ${theme}`,
          ).to.deep.equal([]);
          box.remove();
        }
      }
    });

    it('gives fingers 44 pixels, and 60 in the elder theme', async () => {
      for (const example of examples) {
        for (const [theme, least] of [
          ['light', 44],
          ['elder', 60],
        ] as const) {
          const element = await mount(render(example, { theme }));
          unfold();
          for (const target of inside(element, 'button, a, summary, select, input:not([type=checkbox]), .choice, label.tick')) {
            if (target.getClientRects().length === 0) continue;
            const { width, height } = target.getBoundingClientRect();
            expect(Math.min(width, height), `${example.name} ${theme} ${target.innerText}`).to.be.at.least(least - 0.5);
          }
          element.remove();
        }
      }
    });

    it('writes nothing smaller than 24 px (18 pt) and no line tighter than 1.3 in the elder theme', async () => {
      for (const example of examples) {
        const element = await mount(render(example, { theme: 'elder' }));
        unfold();
        for (const one of inside(element, '*')) {
          const hasText = [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
          if (!hasText || one.closest('.unheard') || one.getClientRects().length === 0) continue;
          const { fontSize, lineHeight } = getComputedStyle(one);
          expect(parseFloat(fontSize), `${example.name} ${one.className} ${one.textContent}`).to.be.at.least(24);
          if (one.textContent.length > 12) expect(parseFloat(lineHeight) / parseFloat(fontSize)).to.be.at.least(1.3);
        }
        element.remove();
      }
    });
  });
}
