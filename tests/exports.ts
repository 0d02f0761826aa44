import { posix } from 'node:path';
import ts from 'typescript';
import { parse, type SourceFile } from './rooms.ts';

/** What Astro itself asks of a file. */
const ASKED_BY_ASTRO = /^src\/(?:pages\/|content\.config\.ts$)/u;

/**
 * The names that a file of src/ exports and that no other of the given files imports, `src/core/a.ts name`. A file that
 * is imported whole, as by `import()`, counts as used by every name.
 */
export function findIdleExports(files: readonly SourceFile[]): readonly string[] {
  const parsed = files.map((file) => ({ path: file.path, sources: parse(file) }));
  const used = new Set(
    parsed.flatMap(({ path, sources }) => sources.flatMap((source) => importedBy(path, source))),
  );
  return parsed
    .filter(({ path }) => /^src\/.*\.tsx?$/u.test(path) && !ASKED_BY_ASTRO.test(path))
    .filter(({ path }) => !used.has(`${path} *`))
    .flatMap(({ path, sources }) => sources.flatMap(exportedBy).map((name) => `${path} ${name}`))
    .filter((name) => !used.has(name));
}

/** What a file imports of others, as `src/core/a.ts name`; `*` where it could be anything. */
function importedBy(path: string, source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const use = (specifier: ts.Node | undefined, names: readonly string[]): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier) || !specifier.text.startsWith('.')) return;
    const target = posix.join(posix.dirname(path), specifier.text.replace(/\?.*$/u, ''));
    found.push(...names.map((name) => `${target} ${name}`));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) use(node.moduleSpecifier, namesIn(node.importClause?.namedBindings));
    if (ts.isExportDeclaration(node)) use(node.moduleSpecifier, namesIn(node.exportClause));
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) use(node.argument.literal, ['*']);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      use(node.arguments[0], ['*']);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function namesIn(clause: ts.NamedImportBindings | ts.NamedExportBindings | undefined): readonly string[] {
  if (!clause || !(ts.isNamedImports(clause) || ts.isNamedExports(clause))) return ['*'];
  return clause.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

function exportedBy(source: ts.SourceFile): readonly string[] {
  return source.statements.flatMap((statement): readonly string[] => {
    if (ts.isExportDeclaration(statement))
      return statement.exportClause && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map(({ name }) => name.text)
        : [];
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText(source));
    return ts.isDeclarationStatement(statement) && statement.name ? [statement.name.text] : [];
  });
}
