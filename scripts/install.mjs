// Installs what is missing before anything else runs: the packages of the lock file, and the browsers.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browsers.mjs';
import { npm, root, run } from './run.mjs';

const TITLE = { chromium: 'Chrome, Chromium, Edge or Brave', firefox: 'Firefox' };
const PACKAGES = { chromium: ['chromium', 'chromium-browser'], firefox: ['firefox-esr', 'firefox'] };
const ADVICE = {
  darwin: { chromium: 'brew install --cask chromium', firefox: 'brew install --cask firefox' },
  win32: { chromium: 'winget install Google.Chrome', firefox: 'winget install Mozilla.Firefox' },
  linux: { chromium: "your system's package `chromium`", firefox: "your system's package `firefox-esr` or `firefox`" },
};

/** Does node_modules hold every package of the lock file, in its version? (File times say nothing: git sets them anew.) */
export function hasModules() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const has = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const wants = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wants).every(([path, one]) => path === '' || one.optional || one.devOptional || has[path]?.version === one.version);
}

/** Runs `npm ci` unless node_modules already is what the lock file says. Throws when npm fails. */
export async function ensureModules() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (!(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19))) {
    throw new Error(`Node ${process.versions.node} is too old: install Node 20.19 or later, or 22.12 or later.`);
  }
  if (hasModules()) return;
  console.log('Installing packages (npm ci) …');
  const { code, text } = await npm(['ci', '--no-audit', '--no-fund'], { quiet: true });
  if (code !== 0) throw new Error(`npm ci failed:\n${text}`);
}

/**
 * Finds the browsers, installing by apt-get what is missing where that is possible (Debian or Ubuntu, as root).
 * Returns `{chromium: path | null, firefox: path | null}` for the needed kinds. With CI=true a missing one throws,
 * otherwise a notice says what to install.
 */
export async function ensureBrowsers({ need = ['chromium', 'firefox'] } = {}) {
  const found = {};
  let updated = false;
  for (const kind of need) {
    found[kind] = await runnable(kind);
    if (found[kind] || !canApt()) continue;
    console.log(`Installing ${TITLE[kind]} (apt-get) …`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    if (!updated) await run('apt-get', ['update', '-qq'], { quiet: true, env });
    updated = true;
    for (const name of PACKAGES[kind]) {
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { quiet: true, env });
      found[kind] = await runnable(kind);
      if (found[kind]) break;
    }
  }
  const missing = need.filter((kind) => !found[kind]);
  for (const kind of missing) {
    const how = (ADVICE[process.platform] ?? ADVICE.linux)[kind];
    console.log(`NOTICE: no ${TITLE[kind]} was found. Install it (${how}) or set ${kind === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH'}.`);
  }
  if (missing.length && process.env.CI === 'true') throw new Error(`CI needs ${missing.map((kind) => TITLE[kind]).join(' and ')}.`);
  return found;
}

function canApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
}

/** A found path that also starts: Ubuntu's packages may be empty shells that ask for a snap. */
async function runnable(kind) {
  const path = findBrowser(kind);
  if (!path || process.platform !== 'linux') return path;
  const { code, text } = await run(path, ['--version'], { quiet: true });
  return code === 0 && /\d+\.\d+/.test(text) ? path : null;
}
