import { expect, test } from 'vitest';
import { secondsBySubject, shared } from './profile.ts';

const frames = {
  'file:///a/node_modules/yaml/dist/index.js': 'parse',
  'file:///a/node_modules/x/node_modules/@scope/part/index.js': 'run',
  'file:///a/src/core/corpus/read.ts': 'read',
  'file:///a/src/core/check.ts': 'check',
  'file:///a/src/cli/main.ts': 'main',
  'file:///a/.cache/chunks/page.mjs': 'page',
  'node:fs': 'readFileSync',
};

test('the time of a function belongs to its package or room, and a thread that waits costs nothing', () => {
  const named = Object.entries(frames).map(([url, functionName]) => ({ functionName, url }));
  const others = ['(idle)', '(garbage collector)', '(program)'].map((functionName) => ({
    functionName,
    url: '',
  }));
  const nodes = [...named, ...others].map((callFrame, id) => ({ id, callFrame }));
  const samples = [...nodes.keys(), 0];
  const profile = { nodes, samples, timeDeltas: samples.map((at) => (at + 1) * 1e6) };
  expect(Object.fromEntries(secondsBySubject([profile, profile]))).toEqual({
    yaml: 4,
    '@scope/part': 4,
    'src/core/corpus': 6,
    'src/core/check': 8,
    'src/cli': 10,
    'pages as Astro has bundled them': 12,
    Node: 14,
    'garbage collection': 18,
    'V8, native code and the system': 20,
  });
});

test('what a program used is shared out by how long each subject ran, the ten that took most alone', () => {
  const ran = new Map(Array.from({ length: 12 }, (_, number) => [`part ${number}`, number]));
  const seconds = shared(ran, 33, 7);
  expect(seconds.length).toBe(11);
  expect(seconds[0]).toEqual(['other programs', 7]);
  expect(seconds[1]).toEqual(['part 11', 5.5]);
  expect(seconds.at(-1)).toEqual(['the rest', 1.5]);
  expect(seconds.reduce((sum, [, one]) => sum + one, 0)).toBeCloseTo(40);
});
