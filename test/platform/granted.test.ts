import { beforeEach, describe, expect, test, vi } from 'vitest';
import { giveBackOrigin, grantedOrigins, isOwnOrigin, onOriginsChange, originPattern, readGrantedOrigins } from '../../src/platform/granted.ts';

interface Script { id: string; matches: string[]; excludeMatches: string[] }

/** A browser that keeps what it is told and answers a little later, as browsers do. It refuses what real ones refuse. */
const fake = vi.hoisted(() => {
  const later = (): Promise<void> => new Promise((done) => { setTimeout(done, 0); });
  const listeners = new Set<() => void>();
  const state = { origins: [] as string[], scripts: [] as Script[], writes: 0 };
  const event = { addListener: (one: () => void) => void listeners.add(one), removeListener: (one: () => void) => void listeners.delete(one) };
  const browser = {
    runtime: { getManifest: () => ({ host_permissions: ['https://*.linkedin.com/*', 'https://github.com/*'] }) },
    permissions: {
      onAdded: event,
      onRemoved: event,
      getAll: async () => { const { origins } = state; await later(); return { origins: ['https://*.linkedin.com/*', 'https://github.com/*', ...origins] }; },
      remove: async ({ origins }: { origins: string[] }) => { state.origins = state.origins.filter((one) => !origins.includes(one)); for (const tell of listeners) tell(); },
    },
    scripting: {
      getRegisteredContentScripts: async () => { const { scripts } = state; await later(); return scripts; },
      registerContentScripts: async (scripts: Script[]) => {
        await later();
        if (state.scripts.length) throw new Error('duplicate id');
        state.writes += 1;
        state.scripts = scripts;
      },
      updateContentScripts: async (scripts: Script[]) => { await later(); if (!state.scripts.length) throw new Error('no such id'); state.writes += 1; state.scripts = scripts; },
      unregisterContentScripts: async () => { await later(); if (!state.scripts.length) throw new Error('no such id'); state.writes += 1; state.scripts = []; },
    },
  };
  return { browser, state, listeners };
});
vi.mock('../../src/platform/browser.ts', () => ({ browser: fake.browser }));

const { state } = fake;
const A = 'https://a.example/*';
const B = 'https://b.example/*';

beforeEach(() => {
  Object.assign(state, { origins: [], scripts: [], writes: 0 });
  fake.listeners.clear();
});

describe('what can be granted', () => {
  test('an address gives the pattern of its host alone, without port or path', () => {
    expect(originPattern('https://people.orbit.example:8443/ivy?x=1#y')).toBe('https://people.orbit.example/*');
  });

  test('a page without transport security, and what is no web page, cannot be granted', () => {
    expect(['http://a.example/', 'about:blank', 'file:///etc/hosts', ''].map(originPattern)).toEqual([null, null, null, null]);
  });

  test("the manifest's origins and their hosts are its own, a host that only looks like one is not", () => {
    const all = ['https://www.linkedin.com/*', 'https://*.linkedin.com/*', 'https://github.com/*', 'https://gist.github.com/*', 'https://evillinkedin.com/*', 'https://*/*', '<all_urls>'];
    expect(all.filter(isOwnOrigin)).toEqual(['https://www.linkedin.com/*', 'https://*.linkedin.com/*', 'https://github.com/*']);
  });

  test('only what the rep has added is named as granted, every page of the web too', async () => {
    state.origins = [A, 'https://www.linkedin.com/*', 'https://*/*', '<all_urls>'];
    expect(await grantedOrigins()).toEqual([A, 'https://*/*', '<all_urls>']);
  });
});

describe('the script for any host', () => {
  test('runs on the granted origins, is updated when they change, and is gone with the last', async () => {
    await readGrantedOrigins();
    expect(state.writes).toBe(0);
    state.origins = [B, A];
    await readGrantedOrigins();
    expect(state.scripts[0]?.matches).toEqual([A, B]);
    await giveBackOrigin(A);
    await readGrantedOrigins();
    expect(state.scripts[0]?.matches).toEqual([B]);
    await giveBackOrigin(B);
    await readGrantedOrigins();
    expect(state.scripts).toEqual([]);
  });

  test("keeps off the manifest's own sites, whatever was granted", async () => {
    state.origins = ['https://*/*'];
    await readGrantedOrigins();
    expect(state.scripts[0]?.excludeMatches).toEqual(['https://*.linkedin.com/*', 'https://github.com/*']);
  });

  test('is written once for the same grants', async () => {
    state.origins = [A];
    for (let time = 0; time < 3; time++) await readGrantedOrigins();
    expect(state.writes).toBe(1);
  });

  test('has the last word of changes that come at once', async () => {
    state.origins = [A];
    const first = readGrantedOrigins();
    state.origins = [A, B];
    const second = readGrantedOrigins();
    state.origins = [B];
    await Promise.all([first, second, readGrantedOrigins()]);
    expect(state.scripts[0]?.matches).toEqual([B]);
  });

  test('is tried again after a failure', async () => {
    const { getAll } = fake.browser.permissions;
    fake.browser.permissions.getAll = () => Promise.reject(new Error('gone'));
    await expect(readGrantedOrigins()).rejects.toThrow('gone');
    fake.browser.permissions.getAll = getAll;
    state.origins = [A];
    await readGrantedOrigins();
    expect(state.scripts[0]?.matches).toEqual([A]);
  });
});

test('whoever listens for changes hears them until their signal ends', async () => {
  const life = new AbortController();
  let heard = 0;
  onOriginsChange(() => { heard += 1; }, life.signal);
  state.origins = [A];
  await giveBackOrigin(A);
  life.abort();
  await giveBackOrigin(A);
  expect(heard).toBe(1);
});
