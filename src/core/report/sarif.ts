import { codeOf, type Diagnostic, type Severity, type Span } from '../diagnostic.ts';
import { harmless } from './harmless.ts';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * The findings in the Static Analysis Results Interchange Format, SARIF 2.1.0, which code review tools show at the
 * line. `folder` is the content folder's path in the repository, with `/`.
 */
export function toSarif(findings: readonly Diagnostic[], folder = 'content'): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'zhangbang', language: 'zh-CN', rules: codes.map(toRule) } },
        columnKind: 'unicodeCodePoints',
        results: findings.map((finding) => toResult(finding, folder, codes)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function toRule(code: string) {
  const { name, severity, why } = codeOf(code);
  return {
    id: code,
    name,
    shortDescription: { text: why },
    help: { text: `${why}\n详解：npm run check -- --explain ${code}` },
    defaultConfiguration: { level: LEVEL[severity] },
  };
}

function toResult(finding: Diagnostic, folder: string, codes: readonly string[]) {
  const { code, severity, file, message, help, fix, example, citation, labels = [] } = finding;
  const told = [fix, help].filter((one) => one !== undefined).join('；');
  const lines = [
    message,
    citation && `依据：${citation}`,
    told && `改成：${told}`,
    example && `例如：${example}`,
  ].filter(Boolean);
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVEL[severity],
    message: { text: harmless(lines.join('\n')) },
    locations: [toLocation(finding, file, folder)],
    ...(fix !== undefined && { fixes: [toFix(finding, fix, folder)] }),
    ...(labels.length > 0 && {
      relatedLocations: labels.map((label) => ({
        ...toLocation(label, file, folder),
        message: { text: harmless(label.text) },
      })),
    }),
  };
}

/** Only what means the same is offered to a tool that writes it at a click; an example never is. */
const toFix = (finding: Diagnostic, fix: string, folder: string) => {
  const { artifactLocation, region } = toLocation(finding, finding.file, folder).physicalLocation;
  return {
    description: { text: harmless(`改成：${fix}`) },
    artifactChanges: [
      {
        artifactLocation,
        replacements: [{ deletedRegion: region, insertedContent: { text: harmless(fix) } }],
      },
    ],
  };
};

const toLocation = ({ line, column, length }: Span, file: string, folder: string) => ({
  physicalLocation: {
    artifactLocation: { uri: encodeURI(harmless(`${folder}/${file}`)) },
    region: { startLine: line, startColumn: column, endColumn: column + length },
  },
});
