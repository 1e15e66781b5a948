// npm run package: store-ready zips in artifacts/package, byte for byte the same from the same commit.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { BROWSERS, build } from './build.mjs';
import { ensureModules } from './install.mjs';
import { lintPackage } from './lint-package.mjs';
import { root, run } from './run.mjs';

/** One zip of `files` (paths in `folder`): sorted, one fixed time, plain permissions, so that equal content is an equal zip. */
async function zip(folder, files, target) {
  const { zipSync } = await import('fflate');
  // zip times are local: built from local parts, this is the same bytes in every time zone
  const attributes = { mtime: new Date(2020, 0, 1), os: 3, attrs: 0o100644 << 16, level: 9 };
  const entries = files.toSorted().map((file) => [file, [readFileSync(join(folder, file)), attributes]]);
  const bytes = zipSync(Object.fromEntries(entries));
  writeFileSync(target, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  console.log(`${relative(root, target)}  ${(bytes.length / 1000).toFixed(0)} kB  sha256 ${hash}`);
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** The project's own files: what is needed to build again, as the store's reviewers ask. */
async function sourceFiles() {
  const { code, out } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { quiet: true });
  if (code === 0) return out.split('\0').filter((file) => file && !file.startsWith('node_modules'));
  return filesIn(root).filter((file) => !/^(node_modules|dist|artifacts|\.git)\//.test(file));
}

try {
  await ensureModules();
  const folder = join(root, 'artifacts/package');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'));
  for (const browser of BROWSERS) {
    await build(browser);
    const built = join(root, 'dist', browser);
    await zip(built, filesIn(built).filter((file) => !file.startsWith('.')), join(folder, `paydirt-${browser}-${version}.zip`));
  }
  await zip(root, await sourceFiles(), join(folder, `paydirt-source-${version}.zip`));
  const { errors, warnings, notices, findings } = await lintPackage(join(folder, `paydirt-firefox-${version}.zip`));
  for (const finding of findings) console.log(`  ${finding}`);
  console.log(`web-ext lint: ${errors} errors, ${warnings} warnings, ${notices} notices`);
  if (errors || warnings) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
