// Numbered checks in their order; the first that does not hold ends them.
import { Wrong } from './wrong.js';

/** A check that is null, or that answers false, is not made: there is nothing that it could be made with. */
export async function runAll(list) {
  const run = { checks: [], failed: 0, wrong: null };
  for (const [at, [key, check]] of list.entries()) {
    const line = { number: at + 1, key, state: check ? 'unreached' : 'skipped' };
    run.checks.push(line);
    if (run.failed === 0 && check) {
      try {
        line.state = (await check()) === false ? 'skipped' : 'ok';
      } catch (fault) {
        if (!(fault instanceof Wrong)) {
          throw fault;
        }
        line.state = 'failed';
        run.failed = line.number;
        run.wrong = { key: fault.key, args: fault.args };
      }
    }
  }
  return run;
}

export function resultOf(run, policy) {
  return run.failed > 0 ? 'bad' : policy ? 'good' : 'signer-unknown';
}
