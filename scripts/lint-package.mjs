// What addons.mozilla.org would say of the Firefox build.
import { bin, node } from './run.mjs';

/** Lints a folder or zip. Returns counts and one line a finding, worst first; throws when the linter itself fails. */
export async function lintPackage(source) {
  const { out, text } = await node(bin('web-ext'), ['lint', '--source-dir', source, '--output', 'json', '--no-config-discovery', '--no-input'], { quiet: true });
  let report;
  try {
    report = JSON.parse(out);
  } catch {
    throw new Error(`web-ext lint did not report:\n${text}`);
  }
  const findings = ['errors', 'warnings', 'notices'].flatMap((kind) =>
    report[kind].map((one) => `${kind.slice(0, -1)} ${one.code}: ${one.message}${one.file ? ` (${one.file}${one.line ? `:${one.line}` : ''})` : ''}`));
  return { ...report.summary, findings };
}
