/** A class 分类 of the disclosure catalogue: its folder below `content/disclosure/`, and what readers see. */
export interface DisclosureClass {
  id: string;
  name: string;
}

/** The classes of the office's own catalogue of 2018, in its order. A centre may set others in `content/site.yaml`. */
const OFFICE_CLASSES: readonly DisclosureClass[] = [
  { id: 'organisation', name: '机构职能' },
  { id: 'regulations', name: '法规公文' },
  { id: 'plans', name: '规划计划' },
  { id: 'operations', name: '业务工作' },
  { id: 'funds', name: '资金' },
  { id: 'other', name: '其他' },
];

/** The classes of a centre, in their order. */
export const classesOf = (
  site: { readonly disclosureClasses?: readonly DisclosureClass[] | undefined } | undefined,
): readonly DisclosureClass[] => site?.disclosureClasses ?? OFFICE_CLASSES;

/** The page that lists all items: no item can have its name. */
export const CATALOGUE = 'catalogue';

interface ClassFault {
  /** Of which class, counted from 0. */
  at: number;
  key: 'id' | 'name';
  message: string;
  help: string;
}

/** Classes that a folder or a reader could not tell apart. */
export const checkClasses = (classes: readonly DisclosureClass[]): readonly ClassFault[] =>
  classes.flatMap(({ id, name }, at): readonly ClassFault[] => {
    const earlier = classes.slice(0, at);
    if (earlier.some((other) => other.id === id))
      return [{ at, key: 'id', message: `标识“${id}”写了两次`, help: '每个分类的标识要不一样' }];
    if (earlier.some((other) => other.name === name))
      return [{ at, key: 'name', message: `分类“${name}”写了两次`, help: '删掉一项，或者换一个名称' }];
    return [];
  });
