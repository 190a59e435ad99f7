import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from 'virtual:manifest';

// A control for `number | null | undefined` is one for numbers: an empty field is the absence.
for (const { attributes = [] } of manifest.modules.flatMap(({ declarations }) => declarations)) {
  for (const { type } of attributes) if (type) type.text = type.text.replace(/ \| (?:null|undefined)/g, '');
}
setCustomElementsManifest(manifest);

/** What the page behind the elements looks like in each theme. */
const backgrounds: Record<string, string> = { light: '#ffffff', dark: '#121312', elder: '#ffffff', contrast: '#000000' };

export default {
  parameters: {
    layout: 'padded',
    backgrounds: { disable: true },
    options: { storySort: { method: 'alphabetical' } },
  },
  initialGlobals: { theme: 'light', lang: 'zh-CN' },
  globalTypes: {
    theme: {
      description: '主题 Theme',
      toolbar: {
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'light', title: '浅色 Light' },
          { value: 'dark', title: '深色 Dark' },
          { value: 'elder', title: '长辈版 Elder' },
          { value: 'contrast', title: '高对比 Contrast' },
        ],
      },
    },
    lang: {
      description: '语言 Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'zh-CN', title: '中文' },
          { value: 'en', title: 'English' },
        ],
      },
    },
  },
  decorators: [
    (story, { globals }) => {
      const { theme, lang } = globals as { theme: string; lang: string };
      document.documentElement.lang = lang;
      document.body.style.background = backgrounds[theme] ?? '';
      return story();
    },
  ],
} satisfies Preview;
