import { expect, test } from 'vitest';
import { chooseFor, draftAt, placeOf } from '../../../src/client/desk/place.ts';

test('办事台的每个地址指着一处，后退回得去', () => {
  expect(placeOf('')).toEqual({ screen: 'work' });
  expect(placeOf('#/')).toEqual({ screen: 'work' });
  expect(placeOf(chooseFor('沿江路 一标'))).toEqual({ screen: 'choose', words: '沿江路 一标' });
  expect(placeOf(draftAt('草稿/1', 'files'))).toEqual({ screen: 'draft', key: '草稿/1', step: 'files' });
});

test('地址里不认识的，回到工作台或者填表', () => {
  expect(placeOf('#/nowhere')).toEqual({ screen: 'work' });
  expect(placeOf('#/draft')).toEqual({ screen: 'work' });
  expect(placeOf('#/draft/a/nowhere')).toEqual({ screen: 'draft', key: 'a', step: 'form' });
});
