// What stands out in a file of rules, and in a file of a country's facts.
import { StreamLanguage, indentService } from '@codemirror/language';

const HEADS = /^(если|то|if|when|then)\s*$/;

const rules = {
  name: 'rules',
  token(stream) {
    if (stream.match(/\s*#.*/)) {
      return 'comment';
    }
    if (stream.sol() && !stream.match(/^\s/, false)) {
      stream.match(/\p{L}+( \p{L}+)*(?=[ \n]|$)/u) || stream.next();
      return 'keyword';
    }
    if (stream.match(/\d{4}-\d\d-\d\d/)) {
      return 'number';
    }
    if (stream.match(/[a-z][a-z0-9-]*(\.[a-z0-9-]+)+/)) {
      return 'variableName';
    }
    if (!stream.match(/[\p{L}\d]+/u)) {
      stream.next();
    }
    return null;
  },
};

const facts = {
  name: 'facts',
  token(stream) {
    if (stream.match(/#.*/)) {
      return 'comment';
    }
    if (stream.match(/"(?:[^"\\]|\\.)*"?/)) {
      return 'string';
    }
    if (stream.match(/[a-z][\w-]*(?=:(\s|$))/)) {
      return 'propertyName';
    }
    if (stream.match(/\d{4}-\d\d-\d\d|\d+(\.\d+)?/)) {
      return 'number';
    }
    if (!stream.match(/[\p{L}\d_-]+/u)) {
      stream.next();
    }
    return null;
  },
};

/** What follows the word that begins conditions or the consequence stands away from the margin. */
const indent = indentService.of((context, at) => {
  const before = context.lineAt(at, -1);
  return HEADS.test(before.text) ? 4 : before.text.search(/\S|$/);
});

export function language(isRules) {
  return [StreamLanguage.define(isRules ? rules : facts), isRules ? indent : []];
}
