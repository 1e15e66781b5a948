// How the other scripts start a program: one place for exit codes, npm's own path and captured output.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever the working directory is. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a program in the project's folder and waits for it. `quiet` keeps the output back (it comes in the answer), otherwise
 * it is shown as it comes as well. Never rejects: a program that cannot be started has code 127.
 */
export function run(command, args, { env = {}, quiet = false, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let text = '';
    child.stdout.on('data', (bytes) => { out += bytes; text += bytes; if (!quiet) process.stdout.write(bytes); });
    child.stderr.on('data', (bytes) => { text += bytes; if (!quiet) process.stderr.write(bytes); });
    child.on('error', (error) => done({ code: 127, out, text: `${text}${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? 1, out, text }));
  });
}

/** Runs a script of ours, or of an installed package, with this Node. */
export function node(script, args = [], options = {}) {
  return run(process.execPath, [script, ...args], options);
}

/** Runs npm: the one that started us, when one did. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli && /\.c?js$/.test(cli)) return node(cli, args, options);
  return process.platform === 'win32' ? run('npm.cmd', args, { ...options, shell: true }) : run('npm', args, options);
}

/** The script behind an installed package's command, e.g. `bin('vite')`: no shell, no PATH, same on every system. */
export function bin(name, command = name) {
  const at = join(root, 'node_modules', name, 'package.json');
  const { bin: commands } = createRequire(import.meta.url)(at);
  return join(dirname(at), typeof commands === 'string' ? commands : commands[command]);
}

/** The value after `--name`, or `otherwise`; `flag` is the same for a bare switch. */
export function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
}

export function flag(name) {
  return process.argv.includes(`--${name}`);
}

/** Is this module the one that Node was started with? */
export function isMain(meta) {
  return process.argv[1] !== undefined && fileURLToPath(meta.url) === process.argv[1];
}
