// npm start: builds, and opens a fresh browser with the extension and the demo page. Without a display, or with `-- --tour`, it
// does the seven steps of the main job by itself, a line and a picture each.  [--browser chromium|firefox]
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureBrowsers, ensureModules } from './install.mjs';
import { flag, option, root } from './run.mjs';

const SHOTS = join(root, 'artifacts/tour');

try {
  await ensureModules();
  const asked = option('browser');
  if (asked && asked !== 'chromium' && asked !== 'firefox') throw new Error(`--browser is chromium or firefox, not ${asked}.`);
  const tour = flag('tour') || !hasDisplay();
  const kind = await pick(tour ? [asked ?? 'chromium'] : asked ? [asked] : ['chromium', 'firefox']);
  console.log(await build(kind === 'firefox' ? 'firefox' : 'chrome'));
  const { open } = await import(`../test/e2e/${kind}.mjs`);
  const { answer, INDEX } = await import('./demo/site.mjs');
  process.exitCode = tour ? await walk(open, answer) : await show(open, answer, INDEX);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** The first of these browsers that is here (or can be installed). */
async function pick(kinds) {
  for (const kind of kinds) if ((await ensureBrowsers({ need: [kind] }))[kind]) return kind;
  throw new Error('A browser is needed: see the notice above.');
}

function hasDisplay() {
  return process.platform === 'win32' || process.platform === 'darwin' || !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** For a person: the demo page in a fresh profile, until the browser is closed. The people's real addresses are answered from here. */
async function show(open, answer, index) {
  const session = await open({ answer, headless: false, strict: false });
  const end = session.closed();
  await session.openPage(index);
  await session.handOver();
  console.log('The browser is open: close it to end. Its profile is a fresh one and is thrown away.');
  await Promise.race([end, new Promise((done) => { process.once('SIGINT', done); process.once('SIGTERM', done); })]);
  await session.close();
  return 0;
}

/** For a machine without a screen: the main job, step by step, through the panel. */
async function walk(open, answer) {
  const { steps } = await import('../test/e2e/steps/main-job.mjs');
  rmSync(SHOTS, { recursive: true, force: true });
  const start = () => open({ answer });
  const session = await start();
  const pictures = [];
  const world = {
    openAnother: start,
    async shot(view, name) {
      const path = join(SHOTS, `${name}.png`);
      await view.shot(path);
      pictures.push(path);
    },
  };
  let failed = 0;
  try {
    for (const [name, run] of Object.entries(steps)) {
      try {
        await run(session, world);
        console.log(`✓ ${name}`);
      } catch (error) {
        failed += 1;
        console.log(`✗ ${name}\n  ${error.message}`);
        const view = world.panel ?? world.page;
        await view?.shot(join(SHOTS, `failed-${failed}.png`)).catch(() => undefined);
      }
    }
  } finally {
    await session.close();
  }
  console.log(`${pictures.length} pictures in artifacts/tour; ${failed ? `${failed} steps failed` : 'all steps passed'}`);
  return failed ? 1 : 0;
}
