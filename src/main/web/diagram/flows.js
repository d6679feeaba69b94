/**
 * Which flows were surely taken: the engine keeps no trace of them. What has ended left by one of
 * its ways out, so a way is certain if it is the only one, or the only one that led to something
 * reached.
 */
export function passedFlows(flows, done, reached) {
  const bySource = groupBy(flows, (flow) => flow.source);
  const passed = [];
  for (const [source, out] of bySource) {
    const led = out.filter((flow) => reached.has(flow.target));
    if (done.has(source) && led.length === 1) {
      passed.push(led[0].id);
    }
  }
  return passed;
}

export function groupBy(all, keyOf) {
  const groups = new Map();
  for (const each of all) {
    const key = keyOf(each);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}
