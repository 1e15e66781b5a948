// Finds the browsers on this machine; installs nothing (see install.mjs).
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const WINDOWS = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);

const KNOWN = {
  chromium: {
    env: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge-stable', 'microsoft-edge', 'brave-browser', 'brave'],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
      ...WINDOWS.flatMap((root) => [
        join(root, 'Chromium/Application/chrome.exe'),
        join(root, 'Google/Chrome/Application/chrome.exe'),
        join(root, 'Microsoft/Edge/Application/msedge.exe'),
        join(root, 'BraveSoftware/Brave-Browser/Application/brave.exe'),
      ]),
    ],
  },
  firefox: {
    env: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox', ...WINDOWS.map((root) => join(root, 'Mozilla Firefox/firefox.exe'))],
  },
};

/** The path of an installed `chromium` (Chrome, Edge and Brave count) or `firefox`, or null. `CHROME_PATH` and `FIREFOX_PATH` win. */
export function findBrowser(kind) {
  const { env, names, paths } = KNOWN[kind];
  const told = process.env[env];
  if (told) return existsSync(told) ? told : null;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)));
  return [...onPath, ...paths].find((path) => existsSync(path)) ?? null;
}

/** Flags that make a browser quiet: no first-run pages, no calls home, and no sandbox where root cannot have one. */
export function chromiumFlags() {
  const root = process.getuid?.() === 0;
  return [
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--disable-gpu',
    '--disable-features=DisableLoadExtensionCommandLineSwitch,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,OptimizationHints,MediaRouter,Translate',
    ...(root ? ['--no-sandbox'] : []),
  ];
}
