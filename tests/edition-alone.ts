import ts from 'typescript';

/** What loads the content of a run, and is asked for nothing but what is published of it. */
const LOADING = 'loadContent';

/**
 * The names in a source file by which it takes more of the loaded content than its edition: all entries are there in a
 * whole build, and in a build of what changed only those that have.
 */
export function wideAsks(source: ts.SourceFile): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === LOADING && !isNarrow(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `import { loadContent }`, `loadContent().edition` and `const { edition } = loadContent()`. */
function isNarrow(name: ts.Identifier): boolean {
  if (ts.isImportSpecifier(name.parent)) return name.parent.propertyName === undefined;
  const call = name.parent;
  if (!ts.isCallExpression(call) || call.expression !== name) return false;
  const { parent } = call;
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text === 'edition';
  return ts.isVariableDeclaration(parent) && isEditionAlone(parent.name);
}

const isEditionAlone = (name: ts.BindingName): boolean =>
  ts.isObjectBindingPattern(name) &&
  name.elements.length === 1 &&
  name.elements.every(
    (element) => !element.dotDotDotToken && (element.propertyName ?? element.name).getText() === 'edition',
  );
