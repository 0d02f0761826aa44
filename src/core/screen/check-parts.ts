import { CATEGORIES, categories } from '../announcement/category.ts';
import { near } from '../announcement/near.ts';
import { formOf, types, typesIn } from '../announcement/schema.ts';
import type { TypeSpec } from '../announcement/type.ts';
import type { Role } from '../announcement/field.ts';
import type { LobbyScreen } from '../corpus/corpus.ts';
import { MOST_PARTS, type PartKind } from './browser/feed.ts';
import { PART_TERMS } from './browser/parts.ts';
import type { ScreenFault } from './fault.ts';
import type { Centre } from './centre.ts';
import type { PartSettings } from './select.ts';

/** What no part of a round can be. */
export function checkParts({ parts }: LobbyScreen, centre: Centre): readonly ScreenFault[] {
  if (parts.length === 0)
    return [
      { at: 'name', message: '没有写栏目，屏幕不知道显示什么', help: '写 栏目，例如 - 内容: 今日开标' },
    ];
  if (parts.length <= MOST_PARTS)
    return parts.flatMap((part, index) => [
      ...checkTwice(parts, index),
      ...checkType(part, index),
      ...checkRegion(part, index, centre),
    ]);
  const help = `最多 ${MOST_PARTS} 个，其余的放到另一块屏上`;
  return [{ at: 'parts', message: `栏目有 ${parts.length} 个，轮一遍太久`, help }];
}

/** What a part is for, however it is written; two that are for the same show the same announcements. */
const aboutOf = ({ kind, categories, types, regions }: PartSettings): string =>
  JSON.stringify([kind, ...[categories, types, regions].map((list) => list?.toSorted())]);

function checkTwice(parts: readonly PartSettings[], index: number): readonly ScreenFault[] {
  const part = parts[index]!;
  const first = parts.findIndex((one) => aboutOf(one) === aboutOf(part));
  if (first === index) return [];
  return [
    {
      at: `parts.${index}.kind`,
      message: `第 ${index + 1} 栏“${PART_TERMS[part.kind]}”与第 ${first + 1} 栏一样，同样的公告会显示两遍`,
      help: '删掉其中一栏；或者用类别、类型、地区把两栏分开',
    },
  ];
}

function checkType(part: PartSettings, index: number): readonly ScreenFault[] {
  const able = part.categories?.flatMap((category) => typesIn(category)) ?? types;
  const where = part.categories ? part.categories.map((category) => CATEGORIES[category]).join('、') : '各类';
  const noType = part.types?.find((term) => !able.some((spec) => spec.term === term));
  if (noType !== undefined) {
    const message = `${where}里没有“${noType}”这种类型`;
    return [{ at: `parts.${index}.types`, message, help: typeFor(noType, able) }];
  }
  const chosen = able.filter(({ term }) => part.types?.includes(term) ?? true);
  if (chosen.some((spec) => canBeIn(part.kind, spec))) return [];
  const named = part.types?.join('、') ?? where;
  const others = categories.filter((category) => typesIn(category).some((spec) => canBeIn(part.kind, spec)));
  return [
    {
      at: `parts.${index}.${part.types ? 'types' : 'categories'}`,
      message: `${named}不会出现在“${PART_TERMS[part.kind]}”里，这一栏永远是空的`,
      help: `改这一栏的内容；会出现的类别有：${others.map((category) => CATEGORIES[category]).join('、')}`,
    },
  ];
}

/** More terms than this are looked up, not read in a finding. */
const MOST_TERMS = 20;

function typeFor(term: string, able: readonly TypeSpec[]): string {
  const meant = able.find(({ also }) => also.includes(term))?.term;
  const terms = [...new Set(able.map((spec) => spec.term))];
  const better = meant ?? near(term, terms);
  if (better !== undefined) return `改为 ${better}`;
  return terms.length <= MOST_TERMS
    ? `类型有：${terms.join('、')}`
    : '写公告里“类型”那一栏的名称，见“栏目手册”';
}

const STOPS = ['correction', 'suspension', 'resumption', 'failure', 'termination'];

const hasRole = (spec: TypeSpec, role: Role): boolean => formOf(spec).some((field) => field.role === role);

/** Whether announcements of a type can ever stand in a part. */
function canBeIn(kind: PartKind, spec: TypeSpec): boolean {
  switch (kind) {
    case 'openings':
      return spec.stage === 'call' && hasRole(spec, 'opening');
    case 'closing':
    case 'open':
      return hasRole(spec, 'deadline');
    case 'results':
      return spec.stage === 'result';
    case 'corrections':
      return typesIn(spec.category).some(
        ({ stage, follows }) => STOPS.includes(stage) && follows.includes(spec.id),
      );
    case 'newest':
      return true;
  }
}

function checkRegion(
  { regions: asked }: PartSettings,
  index: number,
  { regions }: Centre,
): readonly ScreenFault[] {
  const unknown = asked?.find((region) => !regions.includes(region));
  if (unknown === undefined) return [];
  const message = `没有“${unknown}”这个地区`;
  return [{ at: `parts.${index}.regions`, message, help: `地区有：${regions.join('、')}` }];
}
