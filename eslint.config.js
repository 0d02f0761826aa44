import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

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
      // A part that scrolls must be reachable by keyboard (WCAG 2.1.1); Scroll.astro names it as a region.
      'astro/jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region'] }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name="process"][callee.property.name="exit"]',
          message:
            'process.exit cuts off output that is still being written; set process.exitCode and return.',
        },
      ],
    },
  },
);
