// Installs what is missing on a fresh machine that has Rust and Node: the wasm target, wasm-pack, npm packages, a browser.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a command in the project's folder and shows what it prints; throws when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error || status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `exit status ${status}`}`);
}

/** What a command prints, or null if it cannot be run or fails. */
export function ask(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** The npm packages of the lock file. A stamp tells whether they are those of the present lock file. */
export function npmPackages() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const stamp = join(root, 'node_modules', '.dateline-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run('npm', ['ci', '--no-audit', '--no-fund']);
  writeFileSync(stamp, lock);
}

/** The compiler's target and the tool that make `pkg/`. */
export function wasmTools() {
  const library = ask('rustc', ['--print', 'target-libdir', '--target', 'wasm32-unknown-unknown']);
  if (!library || !existsSync(library)) run('rustup', ['target', 'add', 'wasm32-unknown-unknown']);
  if (!ask('wasm-pack', ['--version'])) run('cargo', ['install', 'wasm-pack', '--locked', '--version', '0.15.1']);
}

/** The path of a Chromium to test with: CHROMIUM, one that is installed, or Debian's. */
export function chromium() {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  const found = known.find((path) => path && existsSync(path));
  if (found) return found;
  if (ask('apt-get', ['--version'])) {
    const root = process.getuid?.() === 0;
    const install = (...args) => (root ? run('apt-get', args) : run('sudo', ['apt-get', ...args]));
    install('update', '-q');
    install('install', '-y', '-q', '--no-install-recommends', 'chromium');
    return '/usr/bin/chromium';
  }
  throw new Error('No Chromium found: install one and name it in the environment variable CHROMIUM.');
}
