// node scripts/icons.mjs: draws the icons of public/icons/ from the shapes below (needs Chrome or Chromium). Run after changing a shape.
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumFlags, findBrowser } from './browsers.mjs';

/** A nugget half out of the ground; `mark` is the state in the lower corner. */
const nugget = (ground, gold, light, mark = '') => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect x="1" y="1" width="30" height="30" rx="8" fill="${ground}"/>
  <path d="M9 20 L7 13 L12 7 L20 6 L25 12 L23 20 Z" fill="${gold}"/>
  <path d="M12 7 L14 13 L7 13 Z M20 6 L14 13 L25 12 Z" fill="${light}"/>
  <path d="M5 22 h22" stroke="${light}" stroke-width="2.6" stroke-linecap="round"/>${mark}</svg>`;
const ring = (fill, inner) => `<circle cx="24" cy="24" r="8" fill="#fff"/><circle cx="24" cy="24" r="6.6" fill="${fill}"/>${inner}`;
const check = '<path d="M21 24.2 l2.2 2.2 l4-4.4" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>';
const plus = '<path d="M24 20.8 v6.4 M20.8 24 h6.4" stroke="#fff" stroke-width="2" stroke-linecap="round"/>';
const doubt = '<path d="M24 20.4 v4.2" stroke="#fff" stroke-width="2.2" stroke-linecap="round"/><circle cx="24" cy="27.4" r="1.3" fill="#fff"/>';

const COLOUR = ['#7c3a02', '#f0a94e', '#ffd79a'];
const GREY = ['#6c675d', '#b5afa2', '#dcd7cc'];
const ICONS = {
  icon: { svg: nugget(...COLOUR), sizes: [16, 32, 48, 128] },
  idle: { svg: nugget(...GREY), sizes: [16, 32] },
  person: { svg: nugget(...COLOUR, ring('#1a5fd0', plus)), sizes: [16, 32] },
  known: { svg: nugget(...COLOUR, ring('#1b6f41', check)), sizes: [16, 32] },
  doubtful: { svg: nugget(...COLOUR, ring('#b3261e', doubt)), sizes: [16, 32] },
};

const browser = await chromium.launch({ executablePath: findBrowser('chromium'), args: chromiumFlags() });
const page = await browser.newPage();
for (const [name, { svg, sizes }] of Object.entries(ICONS)) {
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    writeFileSync(`public/icons/${name}-${size}.png`, await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
