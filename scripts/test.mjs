// Passes every test, installing what is missing first. Each step stops the run when it fails.
import { rmSync } from 'node:fs';
import { chromium, npmPackages, run, wasmTools } from './tools.mjs';

npmPackages();
wasmTools();
process.env.CHROMIUM = chromium();

const step = (name, command, args, options) => {
  console.log(`\n== ${name}`);
  run(command, args, options);
};
step('format', 'cargo', ['fmt', '--all', '--check']);
step('lints', 'cargo', ['clippy', '--workspace', '--all-targets', '--quiet', '--', '-D', 'warnings']);
step('core', 'cargo', ['test', '--workspace', '--quiet']);
step('native release build', 'cargo', ['build', '--release', '--quiet']);
rmSync('target/pkg-fresh', { recursive: true, force: true });
step('wasm release build', 'node', ['scripts/build.mjs', '--out', 'target/pkg-fresh']);
step('types of the page', 'npm', ['run', '--silent', 'check:js']);
step('lints of the page', 'npm', ['run', '--silent', 'lint']);
step('wasm and package', 'node', ['--test', '--test-reporter=spec', 'tests/wasm/parity.test.mjs', 'tests/npm/package.test.mjs']);
step('page in a browser', 'npm', ['run', '--silent', 'test:web']);
