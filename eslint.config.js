import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const noExit = {
  selector: 'CallExpression[callee.object.name="process"][callee.property.name="exit"]',
  message: 'process.exit cuts off output that is still being written; set process.exitCode and return.',
};

/** The present enters by src/settings.ts: what reads the clock elsewhere works today and fails some day. */
const noClock = [
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[object.name="Temporal"][property.name="Now"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
].map((selector) => ({
  selector,
  message:
    'Take the present as an argument (settings.now, TODAY in a test); performance.now() measures how long something takes.',
}));

/** Those that must read a clock, and whose. */
const readersOfTheClock = [
  // The machine's, once.
  'src/settings.ts',
  // The same, which times of files and the source's clock are held against.
  'src/mirror/lock.ts',
  'src/mirror/fetch/skew.ts',
  'src/build/search-index/shard-store.ts',
  // The device's, which they hold against the server's.
  'src/client/clock.ts',
  'src/client/kiosk/time.ts',
  'src/client/screen/{clock,main,renewal}.ts',
  // The browser's own, whose time passes at command.
  'tests/e2e/{virtual-time,glass-recorder}.ts',
  // A screen at rest is measured in real time, beside a server whose time is the same.
  'tests/bench/screens.ts',
];

export default defineConfig(
  { ignores: ['dist', 'dist.*', '.astro', '.cache', 'content', 'public', 'tests/fixtures', 'test-results'] },
  js.configs.recommended,
  tseslint.configs.strict,
  astro.configs['flat/recommended'],
  astro.configs['flat/jsx-a11y-strict'],
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      eqeqeq: 'error',
      // The compiler knows every name, in the .mjs files too (@ts-check).
      'no-undef': 'off',
      // Playwright asks for `{}` where a fixture needs no other.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      // A leading underscore says that the caller's form has the argument and this function has no use for it.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', varsIgnorePattern: '^_$' },
      ],
      // noUncheckedIndexedAccess doubts every index, also one checked on the line before; `!` is how one says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // To add to a library's interface, one must write an interface.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // A statement of SQL is run by its tag.
      '@typescript-eslint/no-unused-expressions': ['error', { allowTaggedTemplates: true }],
      // A part that scrolls must be reachable by keyboard (WCAG 2.1.1); Scroll.astro names it as a region.
      'astro/jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region'] }],
      'no-restricted-syntax': ['error', noExit, ...noClock],
    },
  },
  { files: readersOfTheClock, rules: { 'no-restricted-syntax': ['error', noExit] } },
);
