import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Who may import whom. This table is the rule and its documentation: a room may import itself and what stands here,
 * nothing else. A path with a slash allows that one file.
 */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  messages: ['domain'],
  platform: ['domain', '../public/_locales/en/messages.json'],
  storage: ['domain'],
  sites: ['domain'],
  crm: ['domain'],
  files: ['domain'],
  content: ['domain', 'messages', 'platform', 'sites'],
  background: ['domain', 'messages', 'platform', 'storage', 'crm', 'files', 'sites/addresses.ts'],
  panel: ['domain', 'messages', 'platform', 'storage', 'files', 'sites/addresses.ts'],
};

const PLUGINS = ['sites', 'crm', 'files']; // one file is one plug-in: the only place for default exports
const NAMELESS = /(^|[-/])(utils?|shared|common|helpers?|core|managers?|services?|misc)([-./]|$)/;
const LONGEST = 300;

const root = process.cwd();
const list = (folder: string): string[] => (existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true }) : [])
  .filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();

interface Source { path: string; room: string; code: string; text: string }
const files = list('src').filter((path) => !path.endsWith('.d.ts'));
const sources: Source[] = files.filter((path) => /\.tsx?$/.test(path)).map((path) => {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, room: path.split('/')[1]!, text, code: withoutComments(text) };
});

/** Code without comments; good enough for looking, not for compiling. */
function withoutComments(text: string): string {
  return text.replace(/("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (_all, string: string | undefined) => string ?? '');
}

/** What a file imports, re-exports or loads later: the specifiers as written. */
function imports(code: string): string[] {
  return [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g)].map((match) => match[2]!);
}

/** Each source whose code has this, with the line it has it on. */
function holders(pattern: RegExp, among: Source[] = sources): string[] {
  return among.flatMap(({ path, code }) => code.split('\n').filter((line) => pattern.test(line)).map((line) => `${path}: ${line.trim()}`));
}

describe('rooms', () => {
  test('every source file is in a room', () => {
    expect(sources.filter(({ path, room }) => !Object.hasOwn(MAY_IMPORT, room) || path.split('/').length < 3).map(({ path }) => path)).toEqual([]);
  });

  test('imports run one way', () => {
    const wrong = sources.flatMap(({ path, room, code }) => imports(code).filter((one) => one.startsWith('.')).flatMap((one) => {
      const target = relative('src', join(dirname(path), one.split('?')[0]!)).split(sep).join('/');
      const allowed = [room, ...(MAY_IMPORT[room] ?? [])];
      return allowed.some((entry) => target === entry || (!entry.includes('/') && target.startsWith(`${entry}/`))) ? [] : [`${path} imports ${target}`];
    }));
    expect(wrong).toEqual([]);
  });

  test('relative imports name an existing file with its ending', () => {
    const wrong = sources.flatMap(({ path, code }) => imports(code).filter((one) => one.startsWith('.') && !existsSync(join(root, dirname(path), one.split('?')[0]!))).map((one) => `${path} imports ${one}`));
    expect(wrong).toEqual([]);
  });

  test('only platform names the browser', () => {
    const outside = sources.filter(({ room }) => room !== 'platform');
    expect(outside.filter(({ code }) => imports(code).includes('webextension-polyfill')).map(({ path }) => path)).toEqual([]);
    expect(holders(/(?<![\w.'"`/-])(chrome|browser)\s*(\?\.|!?\.)\s*[a-z]/i, outside)).toEqual([]);
    expect(holders(/globalThis[^;]*\b(chrome|browser)\b/, outside)).toEqual([]);
  });

  test('the network is asked in one place, which writes every request down; the list of places comes from the extension itself', () => {
    const asks = /(?<![\w.])fetch\s*\(|XMLHttpRequest|sendBeacon|new (WebSocket|EventSource|WebTransport|RTCPeerConnection|Image)\b|<(img|iframe|video|audio|embed)\s|serviceWorker\.register/;
    expect(holders(asks).filter((one) => !one.startsWith('src/platform/place-file.ts: ')).map((one) => one.replace(/\s+/g, ' '))).toEqual(['src/background/crm/means.ts: fetch(url: string, init: RequestInit): Promise<Response>;', 'src/background/crm/start.ts: fetch: (url, init) => fetch(url, init),']);
    expect(holders(/\bmeans\.fetch\s*\(/).map((one) => one.split(':')[0])).toEqual(['src/background/crm/http.ts']);
    expect(readFileSync(join(root, 'src/platform/place-file.ts'), 'utf8')).toContain("fetch(new URL('/places.pack', location.href))");
  });

  test('domain is pure: no page, clock, chance, network or storage', () => {
    const impure = /\b(document|window|navigator|localStorage|sessionStorage|indexedDB|process)\s*\.|\bfetch\s*\(|\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\s*\??\.|\bperformance\.now\b|\bset(Timeout|Interval)\s*\(/;
    expect(holders(impure, sources.filter(({ room }) => room === 'domain'))).toEqual([]);
  });
});

describe('names', () => {
  test('files are kebab-case and say what they are', () => {
    const all = [...files, ...list('scripts'), ...list('test').filter((path) => !path.startsWith('test/fixtures/')), ...list('bench')];
    expect(all.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/.test(basename(path)))).toEqual([]);
    expect(all.filter((path) => NAMELESS.test(path))).toEqual([]);
  });

  test('a source file has at most 300 lines: a longer one is two things', () => {
    expect(sources.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length })).filter(({ lines }) => lines > LONGEST)).toEqual([]);
  });

  test('a connector has less than 250 lines', () => {
    expect(sources.filter(({ path, text }) => /^src\/crm\/[^/]+\.ts$/.test(path) && text.trimEnd().split('\n').length >= 250).map(({ path }) => path)).toEqual([]);
  });

  test('TypeScript is made ready for a program in one place', () => {
    const programs = ['scripts', 'bench', 'test/e2e'].flatMap(list).filter((path) => path.endsWith('.mjs'));
    expect(programs.filter((path) => /\bimport\b[^;]*\bbuild\b[^;]*'vite'/.test(readFileSync(join(root, path), 'utf8')))).toEqual(['scripts/bundle.mjs']);
  });

  test('default exports are for plug-ins alone', () => {
    const plugin = ({ path, room }: Source): boolean => PLUGINS.includes(room) && (path.split('/').length === 3 || path.startsWith('src/sites/anywhere/'));
    expect(sources.filter((one) => !plugin(one) && /\bexport\s+default\b|\bas\s+default\b/.test(one.code)).map(({ path }) => path)).toEqual([]);
  });

  test('a test lies where its source lies', () => {
    const tests = list('test').filter((path) => /\.test\.tsx?$/.test(path) && path.split('/').length > 2 && !/^test\/(e2e|fixtures|crm\/dialect)\//.test(path));
    // `score.test.ts` and `score.<aspect>.test.ts` belong to `score.ts` there or in a folder below; `test/sites/every-site.test.ts` looks at a whole room
    const mirrors = (path: string): boolean => {
      const folder = `${dirname(path).replace(/^test/, 'src')}/`;
      const name = basename(path).split('.')[0]!;
      return name.startsWith('every-') || files.some((file) => file.startsWith(folder) && basename(file).split('.')[0] === name);
    };
    expect(tests.filter((path) => !mirrors(path))).toEqual([]);
  });
});

describe('a big book', () => {
  test('nobody is counted to know whether there are any: a limit does not shorten a count', () => {
    expect(holders(/\.limit\([^)]*\)\s*\.count\(/)).toEqual([]);
  });
});

describe('page text is never run', () => {
  test('nothing writes HTML or evaluates text', () => {
    expect(holders(/\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|createContextualFragment|srcdoc)\b|\bdocument\.write(ln)?\b|\beval\s*\(|\bnew\s+Function\b|\bset(Timeout|Interval)\s*\(\s*['"`]/)).toEqual([]);
  });

  test('the guard sees what it guards against', () => {
    expect(imports(withoutComments("import a from './a.ts'; // from './b.ts'\nexport * from \"./c.ts\";\nawait import('./d.ts');\nimport './e.css';"))).toEqual(['./a.ts', './c.ts', './d.ts', './e.css']);
    expect(withoutComments("const url = 'https://x.example'; // innerHTML")).toBe("const url = 'https://x.example'; ");
    expect(NAMELESS.test('src/domain/date-utils.ts') && NAMELESS.test('src/shared/x.ts')).toBe(true);
    expect(NAMELESS.test('src/domain/score.ts')).toBe(false);
  });
});
