// How much of a page's main thread the content script takes, measured against an empty one.
import { start } from './browser.mjs';
import * as page from './page.mjs';
import { above } from './statistic.mjs';

const SETTLED = 900; // ms after the load: two equal readings are done by then, and on a busy machine too
const NOTHING = 300; // ms: where nobody can be there is nothing to wait for
const NOBODY = 11_000; // ms: a page that never shows anybody is left after ten seconds
const HOW = 'thread CPU time of the script\'s own tasks in the browser\'s trace (compile, run, its timers and observers; forced layout counts), minus an empty content script on the same page in the same round; second load in a new process, so that the browser has compiled the script';

const ada = page.person(0);
const profile = page.linkedInUrl(ada);
const nobody = 'https://www.linkedin.com/in/nobody-is-here/';
/** What is loaded, and what has to be read off it for the time to mean anything. */
const CASES = [
  { name: 'LinkedIn feed, 5,000 elements', url: 'https://www.linkedin.com/feed/', html: () => page.linkedInFeed(5_000), limit: 1 },
  { name: 'GitHub repository, 1,500 elements', url: 'https://github.com/example/tool', html: () => page.gitHubRepository(1_500), limit: 1 },
  { name: 'Stack Overflow question, 1,500 elements', url: 'https://stackoverflow.com/questions/1/how', html: () => page.question(1_500), limit: 1 },
  { name: 'LinkedIn profile, 5,000 elements', url: profile, html: () => page.linkedInProfile(ada, 5_000), person: ada.name, limit: 15 },
  { name: 'LinkedIn profile, 30,000 elements', url: profile, html: () => page.linkedInProfile(ada, 30_000), person: ada.name, limit: 60 },
  { name: 'any page, 5,000 elements', url: 'https://ada.example.com/', html: () => page.ownPage(5_000), person: 'Ada Example', limit: 15 },
  { name: 'any page, 30,000 elements', url: 'https://ada.example.com/', html: () => page.ownPage(30_000), person: 'Ada Example', limit: 60 },
];

/** Script time on pages of nobody and until a draft on big profiles, with `repeats` loads each of the built and the empty script. */
export async function scriptTimes({ repeats }) {
  const arms = [await start({ content: 'built' })];
  try {
    arms.push(await start({ content: 'empty' }));
    const rows = [];
    for (const one of CASES) rows.push(...await compare(arms, one, one.limit === 60 ? Math.ceil(repeats / 2) : repeats));
    return rows;
  } finally {
    for (const arm of arms) await arm.close();
  }
}

async function compare(arms, { name, url, html, person, limit }, repeats) {
  const [built, empty] = arms;
  const body = html();
  for (const { pages } of arms) pages.set(url, { html: body });
  const taken = new Map(arms.map((arm) => [arm, { cold: [], first: [], all: [] }]));
  for (let round = 0; round < repeats; round += 1) {
    // who goes first changes from round to round
    for (const arm of round % 2 ? arms : arms.toReversed()) {
      const tab = { page: await arm.context.newPage(), tracer: await tracerOf(arm) };
      const into = taken.get(arm);
      const wait = person ? SETTLED : NOTHING;
      into.cold.push((await load(tab, url, wait)).first);
      const { first, all } = await load(tab, url, wait);
      into.first.push(first);
      into.all.push(all);
      if (arm === built && round === 0) await check(built, url, person);
      await tab.page.close();
    }
  }
  const row = (what, kind, rest = {}) => ({ name: `${name}: ${what}`, ...above(taken.get(built)[kind], taken.get(empty)[kind]), unit: 'ms', ...rest });
  const cold = { how: 'the same, but the first load in a new process, with nothing compiled yet' };
  if (!person) return [row('script', 'all', { limit, how: HOW }), row('script, cold', 'cold', cold)];
  return [
    row('script until the first draft', 'first', { limit, how: `${HOW}; up to the end of the task that told the first draft` }),
    row('until the first draft, cold', 'cold', cold),
    row('script until settled', 'all', { how: 'the same, with all readings until two are equal' }),
  ];
}

/** The page must have been read right, else its time says nothing. */
async function check({ control, tabId }, url, person) {
  const seen = await control.evaluate((tab) => chrome.tabs.sendMessage(tab, { paydirt: 1, kind: 'page.read', payload: null }).catch((error) => ({ error: error.message })), await tabId(url));
  const found = seen?.value?.draft?.fields?.name?.value;
  if (found !== person) throw new Error(`${url} was not read as meant: ${JSON.stringify(seen)?.slice(0, 300)}`);
}

async function tracerOf({ context }) {
  const session = await context.browser().newBrowserCDPSession();
  return async (work) => {
    const events = [];
    const collect = ({ value }) => events.push(...value);
    session.on('Tracing.dataCollected', collect);
    await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'], excludedCategories: ['*'] } });
    await work();
    const done = new Promise((end) => { session.once('Tracing.tracingComplete', end); });
    await session.send('Tracing.end');
    await done;
    session.off('Tracing.dataCollected', collect);
    return events;
  };
}

/** Loads the page and adds up what our script did in it: ms of thread CPU time in its first task, and in all of its tasks. */
async function load({ page: tab, tracer }, url, wait) {
  const events = await tracer(async () => {
    await tab.goto(url, { waitUntil: 'load', timeout: 60_000 });
    await tab.waitForTimeout(wait);
  });
  const ours = outermost(events.filter(({ ph, args }) => ph === 'X' && /^chrome-extension:.*\/content\//.test(args?.data?.url ?? '')));
  const [first] = ours;
  if (first?.name !== 'EvaluateScript') throw new Error(`the trace of ${url} does not show the content script`);
  return { first: first.tdur / 1_000, all: ours.reduce((sum, { tdur }) => sum + tdur, 0) / 1_000 };
}

function outermost(events) {
  const kept = [];
  for (const event of events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    const last = kept.at(-1);
    if (!last || event.ts >= last.ts + last.dur) kept.push(event);
  }
  return kept;
}

/** Observers and timers of the content script that still run when a page has been left alone. */
export async function leftRunning() {
  const arm = await start({ content: 'counted' });
  try {
    const how = (when) => `observers observing and timers pending in the content script's world ${when}, counted by a script put before it in a copy`;
    const rows = [];
    const cases = [...CASES.filter(({ person }) => !person).map((one) => [one.name, one.url, one.html(), SETTLED]), ['LinkedIn profile, settled', profile, page.linkedInProfile(ada), SETTLED * 2], ['profile\'s address that shows nobody', nobody, page.linkedInFeed(500), NOBODY]];
    for (const [name, url, html, wait] of cases) {
      arm.pages.set(url, { html });
      const { observers, timers, listeners } = await countAfter(arm, url, wait);
      rows.push({ name: `${name}: left running`, value: observers + timers, unit: '', limit: 0, decides: true, how: `${how(`${wait / 1_000} s after the load`)}; listeners: ${listeners.join(', ')}` });
    }
    return rows;
  } finally {
    await arm.close();
  }
}

async function countAfter({ context }, url, wait) {
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  const worlds = [];
  session.on('Runtime.executionContextCreated', ({ context: world }) => { if (world.origin.startsWith('chrome-extension://')) worlds.push(world.id); });
  await session.send('Runtime.enable');
  await tab.goto(url, { waitUntil: 'load' });
  await tab.waitForTimeout(wait);
  const { result } = await session.send('Runtime.evaluate', { contextId: worlds.at(-1), expression: 'running()', returnByValue: true });
  await tab.close();
  return result.value;
}
