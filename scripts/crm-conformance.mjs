// npm run crm:conformance -- CRM --origin URL --token-file FILE [--login NAME --database DB …] [--json] [--only TEXT]
// Runs the conformance cases of connectors against a CRM that you own, with fictional people who are removed again. docs/crm.md says more.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from './bundle.mjs';
import { flag, option, root } from './run.mjs';

const DOCUMENT = join(root, 'docs/crm.md');
const HELP = `npm run crm:conformance -- CRM --origin URL --token-file FILE
  --login, --database, --folder …   what else the CRM needs to sign in
  --read-only-token-file FILE       somebody who may only read (--read-only-login NAME where the CRM needs it)
  --only TEXT    only cases whose name holds this text
  --tick MS      how long a change takes to show (1100; more where the CRM's search is behind)
  --many N       records in the cases of long pulls
  --json         one line of JSON a case, and one at the end
  --dialect      against the project's own imitation of the CRM
  --document     writes the table of cases into docs/crm.md and does nothing else`;

process.exitCode = await main();

async function main() {
  const { conform, names, caseTable } = await load('test/crm/conformance/command.ts');
  if (flag('document')) {
    writeFileSync(DOCUMENT, readFileSync(DOCUMENT, 'utf8').replace(/(<!-- cases -->\n)[\s\S]*?(<!-- end -->)/, (_all, start, end) => `${start}${caseTable()}${end}`));
    return 0;
  }
  const crm = process.argv[2];
  if (!crm || crm.startsWith('--')) {
    console.error(`${HELP}\n\nCRMs: ${names().join(', ')}`);
    return 2;
  }
  const start = Date.now();
  const json = flag('json');
  let running;
  try {
    running = await conform({
      crm, origin: option('origin'), token: secret('token-file'), readOnlyToken: secret('read-only-token-file'), settings: given('login', 'database', 'folder'),
      readOnlySettings: Object.fromEntries(Object.entries(given('read-only-login')).map(([, value]) => ['login', value])),
      only: option('only'), dialect: flag('dialect'), tick: Number(option('tick', 1_100)), many: Number(option('many', 0)),
    }, (verdict) => console.log(json ? JSON.stringify(verdict) : line(verdict)));
  } catch (error) {
    console.error(error.message);
    return 2;
  }
  const stop = () => {
    console.error('Removing what was made …');
    running.stop().then(() => process.exit(130), (error) => { console.error(`Not everything could be removed: ${error.message}`); process.exit(131); });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  let verdicts;
  try {
    verdicts = await running.verdicts;
  } catch (error) {
    console.error(`The run ended early: ${error.message}`);
    return 1;
  }
  const count = (of) => verdicts.filter(({ verdict }) => verdict === of).length;
  const summary = { crm, ok: count('ok'), failed: count('failed'), notApplicable: count('not applicable'), seconds: Math.round((Date.now() - start) / 1_000) };
  console.log(json ? JSON.stringify(summary) : `${crm}: ${summary.ok} ok, ${summary.failed} failed, ${summary.notApplicable} not applicable, ${summary.seconds} s`);
  if (verdicts.length === 0) console.error('No case has that text in its name.');
  return summary.failed || verdicts.length === 0 ? 1 : 0;
}

function line({ name, verdict, reason, took }) {
  return `${verdict.padEnd(14)} ${name} (${(took / 1_000).toFixed(1)} s)${reason ? `\n${' '.repeat(15)}${reason.split('\n').join(`\n${' '.repeat(15)}`)}` : ''}`;
}

/** The first line of the file after `--name`: a secret is never typed into a command. */
function secret(name) {
  const path = option(name);
  return path === undefined ? undefined : readFileSync(path, 'utf8').split('\n')[0].trim();
}

function given(...options) {
  return Object.fromEntries(options.flatMap((name) => (option(name) === undefined ? [] : [[name, option(name)]])));
}
