// The list beside the diagram: the same steps for keyboard and screen reader, with all about each.
export class StepList {
  constructor(list, does) {
    this.list = list;
    this.does = does;
    this.texts = list.dataset;
    list.addEventListener('keydown', (event) => this.key(event));
  }

  show(steps, none) {
    this.items = new Map();
    this.list.replaceChildren(...steps.map((step) => this.item(step)));
    if (steps.length === 0) {
      const empty = document.createElement('li');
      empty.className = 'fine';
      empty.textContent = none;
      this.list.append(empty);
    }
  }

  /** The same list further on: what is chosen, in focus and in sight stays. */
  again(steps, none) {
    const before = [...this.items];
    const chosen = before.find(([, { detail }]) => !detail.hidden)?.[0].id;
    const focused = before.find(([, { item }]) => item.contains(document.activeElement))?.[0].id;
    const top = this.list.scrollTop;
    this.show(steps, none);
    for (const [step, { item, button, detail }] of this.items) {
      if (step.id === chosen) {
        button.setAttribute('aria-expanded', 'true');
        item.classList.add('is-chosen');
        detail.hidden = false;
      }
      if (step.id === focused) {
        button.focus({ preventScroll: true });
      }
    }
    this.list.scrollTop = top;
  }

  item(step) {
    const item = document.createElement('li');
    item.className = `live-step is-${step.state}`;
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-expanded', 'false');
    button.append(this.mark(step), text('live-step-title', step.title), text('fine', this.words(step)));
    const detail = this.detail(step);
    detail.hidden = true;
    button.addEventListener('click', () => {
      const open = button.getAttribute('aria-expanded') === 'true';
      this.choose(open ? null : step);
      if (!open) {
        this.does.chosen(step);
      }
    });
    item.append(button, detail);
    this.items.set(step, { item, button, detail });
    return item;
  }

  mark(step) {
    return document.querySelector(`.live-legend [data-state=${step.state}] .state-mark`).cloneNode(true);
  }

  words(step) {
    return step.run > 1 ? `${step.stateInWords}, ×${step.run}` : step.stateInWords;
  }

  /** What the page's own history says of the step, and the way into a process that it called. */
  detail(step) {
    const detail = document.createElement('div');
    detail.className = 'live-detail';
    const said = document.querySelector(`[data-step="${CSS.escape(step.id)}"]`);
    for (const part of said?.querySelectorAll(':scope .step-when, :scope .step-facts') ?? []) {
      detail.append(part.cloneNode(true));
    }
    if (step.opens) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button button-quiet';
      button.textContent = this.texts.open;
      button.addEventListener('click', () => this.does.open(step));
      detail.append(button);
    }
    return detail;
  }

  /** Opens one step and closes the others. */
  choose(step) {
    for (const [each, { item, button, detail }] of this.items) {
      const chosen = each === step;
      button.setAttribute('aria-expanded', String(chosen));
      item.classList.toggle('is-chosen', chosen);
      detail.hidden = !chosen;
      if (chosen) {
        item.scrollIntoView({ block: 'nearest' });
      }
    }
  }

  /** Into sight within the list; the page stays where it is. */
  reveal(step) {
    const { item } = this.items.get(step);
    this.list.scrollTop = item.offsetTop - (this.list.clientHeight - item.offsetHeight) / 2;
  }

  key(event) {
    const buttons = [...this.items.values()].map((each) => each.button);
    const at = buttons.indexOf(event.target);
    const to = {
      ArrowDown: Math.min(at + 1, buttons.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (at >= 0 && to !== undefined) {
      event.preventDefault();
      buttons[to].focus();
    }
  }
}

function text(name, words) {
  const span = document.createElement('span');
  span.className = name;
  span.textContent = words;
  return span;
}
