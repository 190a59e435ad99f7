import globals from 'globals';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import regexp from 'eslint-plugin-regexp';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

const tests = ['**/*.test.ts', '**/testing/**', 'test/**'];

/** Dependencies point one way: sdk <- document <- server <- cli, sdk <- elements <- cli. `allowed` names the packages of the kit that a package may know. */
function imports(name, allowed, alsoForbidden = []) {
  return {
    files: [`packages/${name}/src/**/*.ts`],
    ignores: tests,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@fp-kit/*', ...allowed.flatMap((other) => [`!@fp-kit/${other}`, `!@fp-kit/${other}/*`])],
              message: 'Dependencies point one way: sdk <- document <- server <- cli, sdk <- elements <- cli.',
            },
            { group: ['**/packages/**', '**/dist/**'], message: 'Name another package, not its files.' },
            { group: ['lit/directives/unsafe-*'], message: 'Text stays text: the page may enforce Trusted Types.' },
            ...alsoForbidden,
          ],
        },
      ],
    },
  };
}

const markupFromText = [
  'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
  'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe)$/]',
].map((selector) => ({ selector, message: 'Text stays text: the page may enforce Trusted Types.' }));

// A build takes syntax down to the engines of packages/elements/engines.json, but no method and no pattern.
const youngerThanTheFloor = [
  'CallExpression[callee.property.name=/^(replaceChildren|replaceAll|at|findLast|findLastIndex|toSorted|toReversed|randomUUID|checkVisibility)$/]',
  'MemberExpression[object.name="Object"][property.name=/^(hasOwn|groupBy)$/]',
  'MemberExpression[object.name="AbortSignal"]',
  'MemberExpression[object.name="Promise"][property.name=/^(any|withResolvers|try)$/]',
  'CallExpression[callee.name="structuredClone"]',
  'NewExpression[callee.name=/^(WeakRef|FinalizationRegistry)$/]',
  'Literal[regex.pattern=/\\(\\?<[=!]/]',
].map((selector) => ({ selector, message: 'Chromium 80 or Safari 13.4 lacks it (packages/elements/engines.json).' }));

const noNode = { group: ['node:*'], message: 'This package runs in any engine.' };

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', '**/*.generated.ts', 'storybook-static/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    // What the benches run in a page; scriptStart is declared by the banner of its bundle (bench/browser.mjs).
    files: ['bench/**/*.js'],
    languageOptions: { globals: { ...globals.browser, scriptStart: 'readonly' } },
  },
  {
    // What runs in the pages of the example hosts.
    files: ['examples/wechat/*.js', 'examples/ledger/live.js', 'examples/ledger/staff.js', 'examples/sites/sites.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.ts'],
    // The example hosts compile with their own frameworks' settings.
    ignores: ['examples/**'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ['packages/*/tsconfig.json', 'tsconfig.test.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // What an override is given beyond its need, as the compiler has it.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // noUncheckedIndexedAccess cannot follow a match group or a loop's bound; `!` says so in one character.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `RegionLevel | string` tells a reader what is usual; that it is also any string is the point.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: tests,
    rules: {
      // A chai assertion is an expression.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-console': ['error', { allow: ['warn'] }],
      'no-restricted-syntax': ['error', ...markupFromText],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', ...markupFromText, ...youngerThanTheFloor] },
  },
  imports('sdk', [], [noNode]),
  imports('document', ['sdk'], [noNode]),
  imports(
    'elements',
    ['sdk'],
    [noNode, { group: ['zod', 'zod/*', 'ky'], message: 'Too large for a page; src/shape checks what comes in.' }],
  ),
  imports('server', ['sdk', 'document']),
  imports('cli', ['sdk', 'document', 'elements', 'server']),
  {
    files: ['packages/{sdk,document}/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['document', 'window', 'self', 'navigator', 'location', 'localStorage', 'sessionStorage', 'process', 'Buffer', 'console'].map(
          (name) => ({ name, message: 'No DOM, no Node, no globals.' }),
        ),
      ],
    },
  },
  {
    // A document is any text at all: no pattern may take more than linear time on one, by backtracking or by starting anew at each place.
    files: ['packages/document/src/**/*.ts'],
    ignores: tests,
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false, ignoreSticky: false }],
      'no-restricted-syntax': [
        'error',
        ...markupFromText,
        { selector: 'NewExpression[callee.name="RegExp"]', message: 'Write the pattern out, so that it can be checked for linear time.' },
      ],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    extends: [lit['flat/recommended'], litA11y.configs.recommended, wc.configs['flat/best-practice']],
  },
);
