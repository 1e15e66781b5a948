// Zero footprint: a page cannot tell that we are there, and nothing goes out.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/run.mjs';
import { ADDRESS as LINKEDIN } from '../../../scripts/demo/linkedin.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import { pause, until } from '../view.mjs';

const [person] = people;

/** What our content script says of the page: asked as the worker asks. */
async function readPage(session, view) {
  const tab = await session.tabId(view);
  return until(async () => {
    const answer = await session.ask(async (tabId) => {
      const api = globalThis.browser ?? globalThis.chrome;
      return api.tabs.sendMessage(tabId, { paydirt: 1, kind: 'page.read', payload: null }, { frameId: 0 }).catch(() => null);
    }, tab);
    return answer?.ok && answer.value.draft && answer.value;
  }, 'the content script to answer');
}

export const steps = {
  'the built extension starts and its keys are given': async (session) => {
    await until(() => session.workerRuns(), 'the worker to run');
    assert.match(await session.shortcut('save-prospect'), /^Alt\+Shift\+\w$/);
    assert.match(await session.shortcut('_execute_action'), /^Alt\+Shift\+\w$/);
  },

  'its content script reads the page it is on': async (session, world) => {
    world.page = await session.openPage(LINKEDIN(person));
    const { draft } = await readPage(session, world.page);
    assert.equal(draft.page, 'person');
    assert.equal(draft.fields.name.value, person.name);
    assert.equal(draft.fields.headline.value, person.headline);
    assert.equal(draft.agrees, 'yes');
  },

  'a page cannot see it: no node, no attribute, no name of ours': async (session) => {
    // the same page twice: once on an origin where we run, once where we do not
    const body = '<!doctype html><html lang="en"><head><title>Twins</title></head><body><main><h1>Twins</h1></main><script>window.seen = []; for (const kind of ["message", "error", "securitypolicyviolation"]) addEventListener(kind, (event) => seen.push(kind + ":" + (event.data ?? event.message ?? event.blockedURI)));</script></body></html>';
    const inside = 'https://www.linkedin.com/in/twin-example/';
    const outside = 'https://twin.example/in/twin-example/';
    for (const url of [inside, outside]) session.network.serve(url, body);
    const look = () => ({
      html: document.documentElement.outerHTML,
      names: Object.getOwnPropertyNames(window).filter((name) => !/^(on|webkit)/.test(name)).sort(),
      prototypes: ['Node', 'Element', 'Document', 'History', 'EventTarget', 'MutationObserver'].map((name) => Object.getOwnPropertyNames(window[name].prototype).sort().join()),
      natives: [history.pushState, document.querySelector, addEventListener, fetch].map(String),
      seen: window.seen,
      loaded: performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname),
    });
    const answers = [];
    for (const url of [inside, outside]) {
      const view = await session.openPage(url);
      await pause(1_000);
      answers.push(await view.evaluate(look));
      await view.close();
    }
    assert.deepEqual(answers[0], answers[1]);
  },

  'a page cannot fetch a file of ours': async (session, world) => {
    const built = join(root, 'dist', session.kind === 'firefox' ? 'firefox' : 'chrome');
    const files = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(built.length + 1).replaceAll('\\', '/'));
    assert.ok(files.includes('manifest.json'));
    const reached = await world.page.evaluate(async ([origin, paths]) => {
      const found = [];
      for (const path of paths) {
        const url = `${origin}/${path}`;
        await fetch(url).then(() => found.push(`fetch ${path}`), () => undefined);
        await new Promise((done) => { const image = new Image(); image.onload = () => { found.push(`img ${path}`); done(); }; image.onerror = done; image.src = url; });
      }
      return found;
    }, [session.extensionOrigin, files]);
    assert.deepEqual(reached, []);
  },

  'the worker can be killed, and wakes when it is needed': async (session, world) => {
    await session.killWorker();
    assert.equal(await session.workerRuns(), false);
    const tab = await session.tabId(world.page);
    const name = await session.ask(async (tabId) => {
      const api = globalThis.browser ?? globalThis.chrome;
      // as the panel asks
      const answer = await api.runtime.sendMessage({ paydirt: 1, kind: 'tab.read', payload: { tabId } });
      return answer?.value?.seen?.draft?.fields.name.value;
    }, tab);
    assert.equal(name, person.name);
    assert.equal(await session.workerRuns(), true);
  },

  'the panel may ask nobody, and the net holds: what went out all the same would be seen': async (session) => {
    const panel = await session.openPanel(undefined, '#/people');
    const answer = await panel.evaluate(() => fetch('https://leak.example/data').then(() => 'answered', () => 'refused'));
    assert.equal(answer, 'refused');
    assert.deepEqual(session.network.leaks, [], 'the policy keeps it in');
    // no picture either
    await panel.evaluate(() => { new Image().src = 'https://leak.example/picture'; });
    assert.deepEqual(session.network.leaks, [], 'the policy keeps pictures in');
    await panel.close();
    // the worker may ask a CRM: what it would ask of anybody else is seen
    await session.workerAsks('https://leak.example/worker');
    await until(() => session.network.leaks.some((one) => one.includes('leak.example')), 'the leak to be noted');
    session.network.leaks.length = 0;
  },

  'no file of the build names another machine': () => {
    // addresses of sites we understand are data; what is loaded or sent to is not
    for (const browser of ['chrome', 'firefox']) {
      const built = join(root, 'dist', browser);
      for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(html|css|js)$/.test(entry.name)) continue;
        const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
        assert.doesNotMatch(text, /<(?:script|link|img|iframe)[^>]+(?:src|href)="https?:|@import\s+(?:url\()?["']?https?:|\burl\(["']?https?:|navigator\.sendBeacon|new WebSocket\b|new EventSource\b/, `${browser}/${entry.name}`);
      }
    }
  },
};
