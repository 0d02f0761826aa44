import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/repeatable.ts'],
    // A forgotten `.only` would pass for the whole suite.
    allowOnly: false,
  },
});
