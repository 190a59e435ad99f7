// Runs tests and counts them together, so that a run of several runners ends with one line that sums them up.
import { relative } from 'node:path';
import { root } from './steps.mjs';

const tally = { passed: 0, failed: 0, skipped: [] };

/** Counts a whole engine as left out. */
export const skip = (name, reason) => tally.skipped.push({ name, reason });

/** Runs Vitest; `config` names the configuration where it is not the usual one. */
export async function runInNode(config) {
  const { startVitest } = await import('vitest/node');
  const vitest = await startVitest('test', [], { root, run: true, watch: false, ...(config && { config }) });
  for (const module of vitest.state.getTestModules()) {
    for (const test of module.children.allTests()) {
      const { state, note } = test.result();
      if (state === 'passed') tally.passed++;
      else if (state === 'failed') tally.failed++;
      else tally.skipped.push({ name: `${relative(root, module.moduleId)} > ${test.fullName}`, reason: note });
    }
    // A file that does not load, or a hook that throws, leaves no failed test behind, and is a failure all the same.
    tally.failed += module.errors().length;
    for (const suite of module.children.allSuites()) tally.failed += suite.errors().length;
  }
  tally.failed += vitest.state.getUnhandledErrors().length;
  await vitest.close();
}

/** Runs Web Test Runner; `config` names the configuration where it is not the usual one. */
export async function runInBrowsers(config) {
  const { startTestRunner } = await import('@web/test-runner');
  const argv = config ? ['--config', config] : [];
  const runner = await startTestRunner({ argv, readCliArgs: config !== undefined, readFileConfig: true, autoExitProcess: false });
  if (!runner) {
    // No test file was found, or the configuration is wrong; the runner has said which.
    tally.failed++;
    return;
  }
  const passed = await new Promise((resolve) => runner.on('stopped', resolve));
  const failedBefore = tally.failed;
  for (const session of runner.sessions.all()) {
    const place = `${session.browser.name} ${relative(root, session.testFile)}`;
    const count = ({ tests, suites }, names) => {
      for (const test of tests) {
        if (test.skipped) tally.skipped.push({ name: [place, ...names, test.name].join(' > ') });
        else if (test.passed) tally.passed++;
        else tally.failed++;
      }
      for (const suite of suites) count(suite, [...names, suite.name]);
    };
    if (session.testResults) count(session.testResults, []);
    tally.failed += session.errors.length;
  }
  // The runner also fails for what belongs to no test, such as a browser that died.
  if (!passed && tally.failed === failedBefore) tally.failed++;
}

/** Prints what was skipped and why, then the sum, and ends the process. */
export function finish() {
  if (tally.skipped.length > 0) console.log('\nSkipped:');
  for (const { name, reason } of tally.skipped) console.log(`  ${name}${reason ? `: ${reason}` : ''}`);
  console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped`);
  process.exit(tally.failed > 0 || tally.passed === 0 ? 1 : 0);
}
