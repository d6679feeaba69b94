// Asks the service what is wrong with the text as it stands, saved or not.
import { linter, lintGutter } from '@codemirror/lint';

const PAUSE = 700;

export function check(root, form) {
  const told = root.querySelector('[data-faults]');
  const faults = async (view) => {
    const { doc } = view.state;
    try {
      const answer = await fetch(root.dataset.check, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          'X-CSRF-TOKEN': form.querySelector('input[name=_csrf]').value,
        },
        body: JSON.stringify({ path: root.dataset.path, text: doc.toString() }),
        redirect: 'error',
      });
      if (!answer.ok) {
        throw new Error(`HTTP ${answer.status}`);
      }
      const all = await answer.json();
      if (view.state.doc !== doc) {
        return [];
      }
      tell(told, all, root.dataset);
      return all
        .filter((fault) => fault.path === root.dataset.path)
        .map((fault) => at(doc, fault));
    } catch (error) {
      console.info(error);
      told.textContent = root.dataset.unchecked;
      return [];
    }
  };
  return [linter(faults, { delay: PAUSE }), lintGutter()];
}

function at(doc, fault) {
  const line = doc.line(Math.min(Math.max(fault.line, 1), doc.lines));
  const from = line.from + line.text.search(/\S|$/);
  return { from: Math.min(from, line.to), to: line.to, severity: 'error', message: fault.message };
}

/** The same as a list: a mark beside a line is not found by everybody. */
function tell(told, all, words) {
  if (all.length === 0) {
    told.textContent = words.sound;
    return;
  }
  const list = document.createElement('ul');
  for (const fault of all) {
    const item = document.createElement('li');
    if (fault.path === words.path) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'link';
      button.dataset.line = fault.line;
      button.textContent = `${words.lineWord} ${fault.line}`;
      item.append(button, ' — ');
    }
    item.append(fault.message);
    list.append(item);
  }
  told.replaceChildren(list);
}
