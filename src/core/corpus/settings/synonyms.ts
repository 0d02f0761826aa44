import type { z } from 'zod';
import { field, record, values } from '../../announcement/field.ts';
import { fault, ok, type Kind } from '../../announcement/kind.ts';

/** A group of words on one line, divided as a clerk divides words. */
const groupKind: Kind<readonly string[]> = {
  name: 'words',
  parse(text) {
    const words = text.split(/[、，,；;=＝\s]+/u).filter((word) => word !== '');
    const twice = words.find((word, place) => words.indexOf(word) < place);
    const example = { example: '招租、出租、租赁' };
    if (words.length === 0)
      return fault('S110', '这一组里没有词', { help: '写上意思相同的词，或者删掉这一行', ...example });
    if (twice !== undefined)
      return fault('S110', `“${twice}”在这一组里写了两次`, { help: '同一个词只留一次', ...example });
    if (words.length === 1)
      return fault('S110', `这一组里只有“${words[0]!}”一个词`, {
        help: '再写一个和它意思相同的词，或者删掉这一行',
        ...example,
      });
    return ok(words);
  },
  print: (words) => words.join('、'),
  toJson: (words) => words,
};

/** `content/synonyms.yaml`: words of the trade that mean the same to who searches. */
export const synonymsSchema = record(
  {
    groups: values(
      field(
        groupKind,
        '词之间用顿号隔开',
      )({
        label: '同义词',
        help: '意思相同的几个词。',
        example: '招租、出租、租赁',
      }),
      {
        label: '同义词',
        help: '一行一组；一个词只能在一组里。搜索的人只用其中一个，也查得到写着另外几个的公告。',
      },
    ),
  },
  {},
);

type Groups = z.output<typeof synonymsSchema>['groups'];

interface SynonymsFault {
  /** Which group, from 0. */
  at: number;
  message: string;
  help: string;
}

/**
 * Words in two groups, which no single group shows: whether the two mean the same or not, a search for the word leads
 * nowhere certain. Groups that meet in two words, or lead round to the first over others, are told as a circle.
 */
export function checkSynonyms(groups: Groups): readonly SynonymsFault[] {
  const faults: SynonymsFault[] = [];
  const groupOf = new Map<string, number>();
  /** Of each group one that it is connected with; itself where it is the first. */
  const connected: number[] = [];
  const firstOf = (group: number): number =>
    connected[group] === group ? group : firstOf(connected[group]!);
  for (const [at, words] of groups.entries()) {
    connected.push(at);
    for (const word of words) {
      const other = groupOf.get(word);
      if (other === undefined) groupOf.set(word, at);
      else if (firstOf(other) === firstOf(at)) faults.push(circle(word, at, other));
      else {
        faults.push(twice(word, at, other));
        connected[firstOf(at)] = firstOf(other);
      }
    }
  }
  return faults;
}

const twice = (word: string, at: number, other: number): SynonymsFault => ({
  at,
  message: `“${word}”已经在第 ${other + 1} 组里`,
  help: `意思都相同，就把第 ${other + 1} 组和第 ${at + 1} 组合成一组；不相同，就从其中一组里去掉“${word}”`,
});

const circle = (word: string, at: number, other: number): SynonymsFault => ({
  at,
  message: `第 ${other + 1} 组和第 ${at + 1} 组绕成了一圈，“${word}”又回到原来的词`,
  help: '把绕成一圈的几组合成一组',
});
