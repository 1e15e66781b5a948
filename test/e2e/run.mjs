// node test/e2e/run.mjs --browser chromium|firefox [--only text] [--json FILE] [--headed]
// The built extension in a real browser. Suites are files in steps/, each with fresh browser and empty book; their steps build
// on each other and run in order. A step is a function, or { browsers, run } where one browser is enough.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { answer } from '../../scripts/demo/site.mjs';
import { flag, option, root } from '../../scripts/run.mjs';

const PATIENCE = 60_000; // ms for one step; a browser that hangs must not hang the build

const LEAK = 'left the machine';

const kind = option('browser', 'chromium');
const only = option('only');
const { open } = await import(`./${kind}.mjs`);
const folder = new URL('steps/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.mjs')).sort();
const tests = [];
/** What failed the first time. */
const again = [];
/** Requests of the whole run: all of them were watched. */
const asked = { pages: 0, connections: 0 };
// What fails outside of any step fails its suite, not the steps. A promise that somebody comes to handle later is no such failure: the browser's driver
// asks ahead of need, and waits for the answer (or asks again, in the page that came) some moments after.
const astray = new Map();
process.on('unhandledRejection', (error, promise) => astray.set(promise, String(error?.stack ?? error)));
process.on('rejectionHandled', (promise) => astray.delete(promise));

const suites = [];
for (const file of files) {
  const suite = await import(new URL(file, folder));
  const name = file.replace(/\.mjs$/, '');
  if ((!only || name.includes(only)) && (!suite.browsers || suite.browsers.includes(kind))) suites.push({ name, suite });
}

const start = () => open({ answer, headless: !flag('headed') });
/** Browsers that are closing: nobody waits for them before the end. */
const closing = [];
/** The browser of the next suite, which starts while one is at work: one that fails is met when it is its turn. */
let ready = ahead();

for (const [at, { name, suite }] of suites.entries()) {
  const session = ready;
  ready = at + 1 < suites.length ? ahead() : undefined;
  let made = await through(name, suite, session);
  // A shared machine can hold a browser up for longer than any wait: a suite that failed is run once more, from an empty book, and said to have been.
  // Never for a request that left the machine: once is too often.
  const failed = made.filter((one) => !one.ok);
  if (failed.length && process.env.CI && !failed.some((one) => one.error.includes(LEAK))) {
    made = await through(name, suite, start());
    again.push(...failed.map(({ name: step, error }) => `${step} (${error.split('\n')[0]})`));
  }
  tests.push(...made);
}
await Promise.all(closing);
tests.push(...strays('all suites'));

const passed = tests.filter((one) => one.ok).length;
const counts = { passed, failed: tests.length - passed, skipped: 0 };
const json = option('json');
if (json) {
  mkdirSync(dirname(json), { recursive: true });
  writeFileSync(json, JSON.stringify({ browser: kind, ...counts, again, asked, tests }, null, 2));
}
console.log(`requests watched: ${asked.pages} of pages, ${asked.connections} to connections`);
if (again.length) console.log(`failed at first, and not again: ${again.join('; ')}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);

function ahead() {
  const started = start();
  started.catch(() => undefined);
  return started;
}

/** One suite in a browser of its own: what each of its steps came to. */
async function through(name, suite, opening) {
  const made = [];
  let session;
  try {
    session = await opening;
    const world = { shots: join(root, 'artifacts/e2e', kind, name), openAnother: start };
    let first = true;
    for (const [step, what] of Object.entries(suite.steps)) {
      const { run, browsers = [kind] } = typeof what === 'function' ? { run: what } : what;
      if (!browsers.includes(kind)) continue;
      made.push(await attempt(`${name}: ${step}`, async () => {
        if (suite.options?.killBetween && !first) await session.killWorker();
        first = false;
        await run(session, world);
        keepIn(session);
      }, world));
    }
    made.push(await attempt(`${name}: nothing left the machine but to pages and connections`, async () => {
      // what the worker does last of all counts as well
      await new Promise((done) => { setTimeout(done, 300); });
      keepIn(session);
      for (const [who, times] of Object.entries(session.network.asked)) asked[who] += times;
    }));
  } catch (error) {
    made.push({ name: `${name}: the browser starts`, ok: false, error: error.stack });
    console.log(`✗ ${name}: the browser starts\n${error.stack}`);
  } finally {
    made.push(...strays(name));
    closing.push(session?.close().catch((error) => console.log(`✗ ${name}: the browser closes\n${error.stack}`)));
  }
  return made;
}

/** What failed outside of any step since it was asked last. */
function strays(name) {
  const errors = [...astray.values()];
  astray.clear();
  return errors.map((error) => {
    console.log(`✗ ${name}: outside of any step\n${error}`);
    return { name: `${name}: outside of any step`, ok: false, error };
  });
}

/** Fails when anything was asked for that neither a page of the test nor a connection is. */
function keepIn({ network }) {
  const leaks = network.leaks.splice(0);
  if (leaks.length) throw new Error(`${LEAK}:\n${leaks.join('\n')}`);
}

async function attempt(name, run, world) {
  const started = performance.now();
  let timer;
  const late = new Promise((_done, fail) => { timer = setTimeout(() => fail(new Error(`took longer than ${PATIENCE / 1000} s`)), PATIENCE); });
  try {
    await Promise.race([run(), late]);
    const ms = Math.round(performance.now() - started);
    console.log(`✓ ${name} (${ms} ms)`);
    return { name, ok: true, ms };
  } catch (error) {
    console.log(`✗ ${name}\n${error.stack.split('\n').slice(0, 6).join('\n')}`);
    let at = 0;
    for (const view of [world.panel, world.page].filter(Boolean)) await view.shot(join(world.shots, `failed-${name.replaceAll(/\W+/g, '-')}-${at++}.png`)).catch(() => undefined);
    return { name, ok: false, error: error.stack };
  } finally {
    clearTimeout(timer);
  }
}
