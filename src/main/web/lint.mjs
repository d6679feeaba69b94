// Refuses models and forms that Camunda Modeler, its linters or our own grammar of names would not
// accept: node lint.mjs <processes-dir>. Prints one line a problem; exit 1 if there is one.
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const NODE_OF_LABELS = [
  'bpmn:Activity',
  'bpmn:StartEvent',
  'bpmn:EndEvent',
  'bpmn:BoundaryEvent',
  'bpmn:IntermediateCatchEvent',
  'bpmn:IntermediateThrowEvent',
  'bpmn:Participant',
  'bpmn:Process',
];

const RULES = {
  extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-24'],
  rules: {
    // A merging gateway would hide nothing: recommended only warns, here it is refused.
    'fake-join': 'error',
    'no-overlapping-elements': 'error',
    'superfluous-gateway': 'error',
    'superfluous-label': 'error',
    // A council's decision also ends the escalation that may still be open beside it.
    'superfluous-termination': 'error',
    // Admission and elections are kept for ever; the engine runs without enforcing a time to live.
    'camunda-compat/history-time-to-live': 'off',
  },
};

const COMPONENTS = {
  text: 'text',
  textfield: 'label',
  textarea: 'label',
  number: 'label',
  checkbox: 'label',
  radio: 'label',
  select: 'label',
  datetime: 'dateLabel',
};

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node lint.mjs <processes-dir>');
  process.exit(2);
}
install();

const require = createRequire(import.meta.url);
const { BpmnModdle } = await import('bpmn-moddle');
const { FormLinter } = await bundled('@camunda/form-linting');
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver.js');
const descriptors = {
  camunda: require('camunda-bpmn-moddle/resources/camunda.json'),
  modeler: require('modeler-moddle/resources/modeler.json'),
};

/** A package written for bundlers only: Node does not find its files by itself. */
async function bundled(name) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${name}';`, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

let problems = 0;
const seen = new Map();

function refuse(file, element, message) {
  problems++;
  console.error(`${relative(folder, file)}: ${element}: ${message}`);
}

async function* files(dir) {
  const entries = await readdir(dir, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      yield* files(path);
    } else {
      yield path;
    }
  }
}

/** Every element of a model with an id, however deep. */
function* elements(element, done = new Set()) {
  if (done.has(element)) {
    return;
  }
  done.add(element);
  yield element;
  for (const property of element.$descriptor?.properties ?? []) {
    if (property.isReference || property.isVirtual) {
      continue;
    }
    const value = element.get(property.name);
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child?.$type) {
        yield* elements(child, done);
      }
    }
  }
}

/** Reading and writing with the vocabularies that we know must give the same tags and attributes. */
function parts(xml) {
  const found = new Map();
  const body = xml.replace(/<!--[^]*?-->/g, '').replace(/<\?[^]*?\?>/g, '');
  for (const [, tag, attributes] of body.matchAll(/<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g)) {
    const names = [...attributes.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)]
      .filter(([, name]) => !name.startsWith('xmlns'))
      .map(([, name, value]) => `${name}=${value.slice(1, -1)}`)
      .sort();
    const part = `<${tag} ${names.join(' ')}>`;
    found.set(part, (found.get(part) ?? 0) + 1);
  }
  return found;
}

async function lintModel(file, forms) {
  const xml = await readFile(file, 'utf8');
  const moddle = new BpmnModdle(descriptors);
  let read;
  try {
    read = await moddle.fromXML(xml);
  } catch (e) {
    refuse(file, 'model', `cannot be read: ${e.message.split('\n')[0]}`);
    return;
  }
  for (const warning of read.warnings) {
    refuse(file, warning.element?.id ?? 'model', warning.message.split('\n')[0]);
  }
  const model = read.rootElement;

  const again = parts((await moddle.toXML(model, { format: true })).xml);
  for (const [part, count] of parts(xml)) {
    if ((again.get(part) ?? 0) < count) {
      refuse(file, 'model', `is lost or changed when written again: ${part}`);
    }
  }
  if (model.get('modeler:executionPlatform') !== 'Camunda Platform' || model.get('modeler:executionPlatformVersion') !== '7.24.0') {
    refuse(file, model.id, 'does not name its platform, Camunda Platform 7.24.0');
  }

  const ids = new Set();
  for (const element of elements(model)) {
    // bpmn-moddle keeps what it does not know in $attrs; the namespaces and types of XML stay there too.
    for (const name of Object.keys(element.$attrs ?? {})) {
      if (!/^(xmlns|xsi)(:|$)/.test(name)) {
        refuse(file, element.id ?? element.$type, `has the unknown attribute ${name}`);
      }
    }
    if (!element.$descriptor?.ns || element.$descriptor.isGeneric) {
      refuse(file, element.id ?? 'model', `holds the unknown element ${element.$type}`);
      continue;
    }
    if (element.$type.startsWith('bpmndi:') || !element.id) {
      continue;
    }
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(element.id)) {
      refuse(file, element.id, 'is no kebab-case id');
    }
    if (ids.has(element.id)) {
      refuse(file, element.id, 'is an id given twice');
    }
    ids.add(element.id);
    if (NODE_OF_LABELS.some((type) => element.$instanceOf(type)) && !element.name?.trim()) {
      refuse(file, element.id, 'has no label');
    }
    if (element.$instanceOf('bpmn:Process')) {
      if (element.id !== basename(file, '.bpmn')) {
        refuse(file, element.id, 'is not called like its file');
      }
      if (seen.has(element.id)) {
        refuse(file, element.id, `is also the process of ${relative(folder, seen.get(element.id))}`);
      }
      seen.set(element.id, file);
    }
    const form = element.get('camunda:formRef');
    if (element.$instanceOf('bpmn:UserTask') && form !== element.id) {
      refuse(file, element.id, 'is a user task and names no form of its own id');
    }
    if (form) {
      const path = join(dirname(file), `${form}.form`);
      if (element.get('camunda:formRefBinding') !== 'deployment') {
        refuse(file, element.id, 'binds its form to something else than its deployment');
      }
      if (forms.has(path)) {
        forms.get(path).used = true;
      } else {
        refuse(file, element.id, `names the form ${form}, which does not lie beside the model`);
      }
    }
  }

  const linter = new Linter({ config: RULES, resolver: new NodeResolver({ require }) });
  for (const [rule, reports] of Object.entries(await linter.lint(model))) {
    for (const report of reports) {
      if (report.category !== 'info') {
        refuse(file, report.id, `${report.message} (${rule})`);
      }
    }
  }
}

async function lintForm(file, text) {
  let form;
  try {
    form = JSON.parse(text);
  } catch (e) {
    refuse(file, 'form', `is no JSON: ${e.message}`);
    return;
  }
  // The linter knows Camunda 7 up to 7.22 and passes whatever is newer unread; the forms of both are alike.
  for (const report of new FormLinter().lint({ ...form, executionPlatformVersion: '7.22.0' })) {
    refuse(file, report.id ?? 'form', report.message);
  }
  if (form.id !== basename(file, '.form')) {
    refuse(file, form.id, 'is not called like its file');
  }
  if (form.executionPlatform !== 'Camunda Platform' || form.executionPlatformVersion !== '7.24.0') {
    refuse(file, form.id, 'does not name its platform, Camunda Platform 7.24.0');
  }
  const keys = new Set();
  const ids = new Set();
  for (const component of form.components) {
    const id = component.id;
    const label = COMPONENTS[component.type];
    if (!label) {
      refuse(file, id, `is of the type ${component.type}, which the service neither draws nor checks`);
      continue;
    }
    if (ids.has(id)) {
      refuse(file, id, 'is an id given twice');
    }
    ids.add(id);
    if (!component[label]?.trim() || !component.properties?.['label:en']?.trim()) {
      refuse(file, id, 'lacks a label, in Russian or as the property label:en');
    }
    if (Boolean(component.description) !== Boolean(component.properties?.['description:en'])) {
      refuse(file, id, 'has its description in one language only');
    }
    if (component.type === 'text') {
      continue;
    }
    if (!/^[a-z][A-Za-z0-9]*$/.test(component.key ?? '') || keys.has(component.key)) {
      refuse(file, id, `has the key ${component.key}, which is not camelCase or is given twice`);
    }
    keys.add(component.key);
    if (component.type === 'datetime' && component.subtype !== 'date') {
      refuse(file, id, 'asks for a time of day; the service takes dates');
    }
    for (const { value } of component.values ?? []) {
      if (!component.properties?.[`option:${value}:en`]?.trim()) {
        refuse(file, id, `has the option ${value} without the property option:${value}:en`);
      }
    }
    if (component.validate?.pattern) {
      try {
        new RegExp(component.validate.pattern);
      } catch (e) {
        refuse(file, id, e.message);
      }
    }
  }
}

const models = [];
const forms = new Map();
for await (const file of files(folder)) {
  if (file.endsWith('.bpmn')) {
    models.push(file);
  } else if (file.endsWith('.form')) {
    forms.set(file, { text: await readFile(file, 'utf8'), used: false });
  }
}
if (models.length === 0) {
  refuse(folder, 'folder', 'holds no model');
}
for (const model of models) {
  await lintModel(model, forms);
}
for (const [file, { text, used }] of forms) {
  await lintForm(file, text);
  if (!used) {
    refuse(file, 'form', 'is named by no model');
  }
}
if (problems > 0) {
  console.error(`${problems} problem${problems === 1 ? '' : 's'} in ${folder}`);
  process.exit(1);
}
console.log(`${models.length} models and ${forms.size} forms are in order.`);
