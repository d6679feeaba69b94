/** What is not as it must be: the key of a sentence and what the sentence names. */
export class Wrong extends Error {
  constructor(key, ...args) {
    super(`${key} ${args.join(', ')}`);
    this.key = key;
    this.args = args;
  }
}

export function demand(holds, key, ...args) {
  if (!holds) {
    throw new Wrong(key, ...args);
  }
}
