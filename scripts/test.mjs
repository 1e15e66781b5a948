// npm test [-- --only types,lint,unit,build,manifest,package,chromium,firefox]
// Everything in one command. Goes on to the end whatever fails; the last line is `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSERS, build } from './build.mjs';
import { ensureBrowsers, ensureModules } from './install.mjs';
import { lintPackage } from './lint-package.mjs';
import { bin, node, option, root } from './run.mjs';

const OF_BUILDS = ['test/manifest.test.ts', 'test/platform/gazetteer.test.ts']; // look at the builds, so they run after them

/** Each step answers `{passed, failed, skipped, text}`: counts, and what to show when something failed. */
const STEPS = {
  types: async () => verdict(await node(bin('typescript', 'tsc'), [], { quiet: true })),
  lint: async () => verdict(await node(bin('oxlint'), ['src', 'test', 'scripts', 'bench'], { quiet: true })),
  unit: () => vitest('unit', ['--exclude', OF_BUILDS[0]]),
  build: async () => {
    const lines = [];
    for (const browser of BROWSERS) lines.push(await build(browser));
    return { passed: lines.length, failed: 0, skipped: 0, note: lines[0] };
  },
  manifest: () => vitest('manifest', OF_BUILDS, { PAYDIRT_BUILT: '1' }),
  package: async () => {
    const { errors, warnings, notices, findings } = await lintPackage(join(root, 'dist/firefox'));
    return { passed: errors + warnings ? 0 : 1, failed: errors + warnings ? 1 : 0, skipped: 0, text: findings.join('\n'), note: `${errors} errors, ${warnings} warnings, ${notices} notices` };
  },
  chromium: () => endToEnd('chromium'),
  firefox: () => endToEnd('firefox'),
};

function verdict({ code, text }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, text };
}

function report(name) {
  const path = join(root, 'artifacts/test', `${name}.json`);
  mkdirSync(join(root, 'artifacts/test'), { recursive: true });
  rmSync(path, { force: true });
  return path;
}

async function vitest(name, args, env = {}) {
  const file = report(name);
  const { code, text } = await node(bin('vitest'), ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], { quiet: true, env: { NO_COLOR: '1', ...env } });
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, text };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  // a file that cannot even be loaded has no tests to count, and an error outside of any test fails the run alone
  const broken = testResults.filter((suite) => suite.status === 'failed' && !suite.assertionResults.some((one) => one.status === 'failed')).length;
  const failed = Math.max(numFailedTests + broken, code === 0 ? 0 : 1);
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests, text };
}

async function endToEnd(kind) {
  if (!browsers[kind]) return { passed: 0, failed: 0, skipped: 1, note: 'no such browser here' };
  const file = report(kind);
  const { text } = await node(join(root, 'test/e2e/run.mjs'), ['--browser', kind, '--json', file], { quiet: true });
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, text };
  const { passed, failed, skipped, again } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed, failed, skipped, text, note: again.length ? `${again.length} failed at first: ${again.join('; ')}` : undefined };
}

const only = option('only')?.split(',');
const unknown = only?.filter((name) => !Object.hasOwn(STEPS, name)) ?? [];
const names = Object.keys(STEPS).filter((name) => !only || only.includes(name));
const total = { passed: 0, failed: 0, skipped: 0 };
let browsers = {};

try {
  if (unknown.length) throw new Error(`--only knows ${Object.keys(STEPS).join(', ')}; not ${unknown.join(', ')}.`);
  await ensureModules();
  const need = ['chromium', 'firefox'].filter((kind) => names.includes(kind));
  browsers = need.length ? await ensureBrowsers({ need }) : {};
} catch (error) {
  console.error(error.message);
  end({ passed: 0, failed: 1, skipped: 0 });
}

for (const name of process.exitCode ? [] : names) await step(name);
if (!process.exitCode) end(total);

async function step(name) {
  const started = performance.now();
  const counts = await STEPS[name]().catch((error) => ({ passed: 0, failed: 1, skipped: 0, text: error.message }));
  for (const key of Object.keys(total)) total[key] += counts[key];
  const said = Object.keys(total).filter((key) => counts[key]).map((key) => `${counts[key]} ${key}`).join(', ') || 'nothing to do';
  if (counts.failed) console.log(counts.text?.trimEnd() ?? '');
  console.log(`${counts.failed ? '✗' : counts.passed ? '✓' : '-'} ${name.padEnd(9)} ${said}${counts.note ? ` · ${counts.note}` : ''} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

function end({ passed, failed, skipped }) {
  process.exitCode = failed ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
}
