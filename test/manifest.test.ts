import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import { addresses } from '../src/sites/addresses.ts';

/** Why we ask for each permission, and what in src/platform uses it. A permission without a feature is not asked for. */
const PERMISSIONS: Record<string, { why: string; used: RegExp }> = {
  activeTab: { why: 'read the page of any other site, on the rep\'s click or key only', used: /\bscripting\b/ },
  alarms: { why: 'wake up when a follow-up is due', used: /\balarms\b/ },
  identity: { why: 'sign in to a CRM at its own page (OAuth with PKCE), where the CRM lets a public client do so', used: /\bidentity\b/ },
  notifications: { why: 'say once a day what is due', used: /\bnotifications\b/ },
  offscreen: { why: 'give a backup an address that the browser can download it from, while no panel is open (Chrome: its worker cannot)', used: /\boffscreen\b/ },
  scripting: { why: 'run the reader in a page that the rep asks for, and in tabs open since before the install', used: /\bscripting\b/ },
  sidePanel: { why: 'show the panel beside the page (Chrome)', used: /\bsidePanel\b/ },
  storage: { why: 'keep the draft of each tab while the worker sleeps, and settings', used: /\bstorage\b/ },
};

/** Asked for when the rep turns the feature on. */
const OPTIONAL: Record<string, { why: string; used: RegExp }> = {
  downloads: { why: 'put automatic backups into the downloads folder and take old ones away', used: /\bdownloads\b/ },
};

const CSP: Record<string, string[]> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  // the rep's CRM is wherever the rep says; what may really be reached is decided by the origins granted, one by one. http is for a CRM on the rep's own machine alone
  'connect-src': ["'self'", 'https:', 'http://localhost:*', 'http://127.0.0.1:*'],
  'font-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

type Json = Record<string, unknown>;
const builds = ['chrome', 'firefox'].map((browser) => ({ name: `dist/${browser}`, path: `dist/${browser}/manifest.json` }))
  .filter(({ path }) => existsSync(path) || process.env['PAYDIRT_BUILT'] === '1')
  .map(({ name, path }) => ({ name, json: JSON.parse(readFileSync(path, 'utf8')) as typeof manifest & Json }));
const all = [{ name: 'manifest.json', json: manifest as typeof manifest & Json }, ...builds];

const sourceFiles = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => /\.(tsx?|html)$/.test(path)).map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }));
const platform = sourceFiles.filter(({ path }) => path.startsWith('platform'));
const sorted = (list: Iterable<string>): string[] => [...new Set(list)].sort();

describe.each(all)('$name', ({ json }) => {
  test('nothing of ours can be reached from a page', () => {
    expect(json).not.toHaveProperty('web_accessible_resources');
    expect(json).not.toHaveProperty('externally_connectable');
  });

  test('asks for named sites only, and for the same ones that it runs in', () => {
    expect(JSON.stringify(json)).not.toMatch(/<all_urls>|\*:\/\/\*/);
    expect(json.host_permissions.every((one) => /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/.test(one))).toBe(true);
    expect(sorted(json.content_scripts.flatMap((one) => one.matches))).toEqual(sorted(json.host_permissions));
  });

  test('runs in the top frame, after the page, in its own world', () => {
    for (const script of json.content_scripts as Json[]) {
      expect(script['run_at']).toBe('document_idle');
      expect([script['all_frames'] ?? false, script['match_about_blank'] ?? false, script['world'] ?? 'ISOLATED', script['css']]).toEqual([false, false, 'ISOLATED', undefined]);
    }
  });

  test('its own pages may run nothing but their own scripts', () => {
    const policy = json.content_security_policy.extension_pages.split(';').map((one) => one.trim().split(/\s+/));
    expect(Object.fromEntries(policy.map(([name, ...values]) => [name, values]))).toEqual(CSP);
  });

  test('asks for no permission without a feature', () => {
    expect(json.permissions.filter((name) => !Object.hasOwn(PERMISSIONS, name))).toEqual([]);
    expect(json.optional_permissions).toEqual(Object.keys(OPTIONAL));
    expect(json.optional_host_permissions).toEqual(['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*']);
  });
});

test('host permissions are the origins of the named sites', () => {
  expect(sorted(manifest.host_permissions)).toEqual(sorted(addresses.flatMap((site) => site.origins)));
});

test('the permissions are those of the table', () => {
  expect(sorted(manifest.permissions)).toEqual(Object.keys(PERMISSIONS).sort());
});

test.runIf(platform.some(({ text }) => text.includes('webextension-polyfill'))).each(Object.entries({ ...PERMISSIONS, ...OPTIONAL }))('%s is used by the platform', (_name, { used }) => {
  expect(platform.filter(({ text }) => used.test(text)).map(({ path }) => path)).not.toEqual([]);
});

test.runIf(builds.length)('each build keeps its own browser\'s keys', () => {
  const [chrome, firefox] = builds.map(({ json }) => json as Json);
  expect(chrome).toHaveProperty('background.service_worker');
  expect(chrome).not.toHaveProperty('background.scripts');
  expect([chrome?.['sidebar_action'], chrome?.['browser_specific_settings']]).toEqual([undefined, undefined]);
  expect(firefox).toHaveProperty('background.scripts');
  expect(firefox).not.toHaveProperty('background.service_worker');
  expect(firefox).not.toHaveProperty('side_panel');
  expect(firefox?.['permissions']).not.toContain('sidePanel');
  expect(firefox?.['permissions']).not.toContain('offscreen');
});

test.runIf(builds.length).each(builds)('$name holds every file that its manifest names', ({ name, json }) => {
  const named = [...Object.values(json.icons), ...Object.values(json.action.default_icon), ...json.content_scripts.flatMap((one) => one.js), json.background.service_worker, ...(json.background.scripts ?? []), json.side_panel?.default_path, json.sidebar_action?.default_panel]
    .filter((path): path is string => typeof path === 'string');
  expect(named.filter((path) => !existsSync(join(name, path)))).toEqual([]);
});

describe.each(readdirSync('public/_locales'))('texts in %s', (language) => {
  const texts = JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Record<string, { message: string }>;
  const inManifest = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map((match) => match[1]!);
  const code = sourceFiles.map(({ text }) => text).join('\n');
  const inCode = [...code.matchAll(/(?<![\w.])t\(\s*(['"])([^'"]+)\1/g)].map((match) => match[2]!);
  /** t(`stage_${stage}`): every key that begins so is used. */
  const prefixes = [...code.matchAll(/(?<![\w.])t\(\s*`([^`$]*)\$\{/g)].map((match) => match[1]!).filter(Boolean);

  test('no two keys differ in case alone: browsers take them for one', () => {
    const low = Object.keys(texts).map((key) => key.toLowerCase());
    expect(low.filter((key, at) => low.indexOf(key) !== at)).toEqual([]);
  });

  test('every text that is used exists', () => {
    expect(sorted([...inManifest, ...inCode]).filter((key) => !Object.hasOwn(texts, key))).toEqual([]);
    expect(prefixes.filter((prefix) => !Object.keys(texts).some((key) => key.startsWith(prefix)))).toEqual([]);
  });

  test('every text that exists is used', () => {
    const used = (key: string): boolean => inManifest.includes(key) || prefixes.some((prefix) => key.startsWith(prefix)) || new RegExp(`(['"\`])${key}\\1`).test(code);
    expect(Object.keys(texts).filter((key) => !used(key))).toEqual([]);
  });

  test('no text is empty, and names are what a browser accepts', () => {
    expect(Object.entries(texts).filter(([key, text]) => !text.message?.trim() || !/^[A-Za-z0-9_@]+$/.test(key)).map(([key]) => key)).toEqual([]);
  });
});
