// The diagram of a case: an island on the case's page, which tells the same without it.
import 'diagram-js/assets/diagram-js.css';
import './diagram/live.css';
import { renewPage } from './diagram/page.js';
import { Picture } from './diagram/picture.js';
import { StepList } from './diagram/steps.js';

const island = document.getElementById('live');
const EVERY = 5000;
const style = new URL('diagram.css', document.currentScript.src);

class LiveCase {
  constructor(root) {
    this.root = root;
    this.status = root.querySelector('.live-status');
    this.way = root.querySelector('.live-way ol');
    this.retry = root.querySelector('[data-do=retry]');
    this.list = new StepList(root.querySelector('.live-steps'), {
      chosen: (step) => this.choose(step),
      open: (step) => this.open(step.opens),
    });
    this.picture = new Picture(root.querySelector('.live-pane'), root.querySelector('.live-legend'), {
      clicked: (activity) => this.clicked(activity),
      open: (step) => this.open(step.opens),
    });
    root.addEventListener('click', (event) => this.press(event.target.closest('[data-do]')));
    root.addEventListener('keydown', (event) => this.key(event));
  }

  async load() {
    this.root.hidden = false;
    this.retry.hidden = true;
    this.say(this.root.dataset.loading);
    try {
      this.data = await this.read();
      this.root.classList.add('is-shown');
      await this.show(this.data.processes[0]);
      this.say('');
    } catch (error) {
      console.error(error);
      this.root.classList.remove('is-shown');
      this.retry.hidden = false;
      this.say(this.root.dataset.failed);
    }
  }

  /** Null where nothing has happened since the last time. */
  async read() {
    const headers = { Accept: 'application/json' };
    if (this.version) {
      headers['If-None-Match'] = this.version;
    }
    const answer = await fetch(this.root.dataset.from, { headers });
    if (answer.status === 304) {
      return null;
    }
    if (!answer.ok) {
      throw new Error(`HTTP ${answer.status}`);
    }
    this.version = answer.headers.get('ETag');
    return answer.json();
  }

  /** Looks after a case that runs for as long as somebody looks at it. */
  follow() {
    const timer = setInterval(async () => {
      if (!this.data?.open) {
        clearInterval(timer);
      } else if (document.visibilityState === 'visible' && this.process) {
        await this.renew().catch((error) => {
          this.version = null;
          console.error(error);
        });
      }
    }, EVERY);
  }

  async renew() {
    const data = await this.read();
    if (!data) {
      return;
    }
    await renewPage();
    const shown = data.processes.find((each) => each.instance === this.process.instance);
    this.data = data;
    this.process = shown;
    this.list.again(shown.steps, this.root.dataset.none);
    this.picture.again(shown);
    this.say(this.root.dataset.renewed);
  }

  async show(process) {
    this.process = process;
    this.list.show(process.steps, this.root.dataset.none);
    this.drawWay();
    await this.picture.show(process, this.data.models[process.model]);
    this.toCurrent();
  }

  /** A called process takes the place of the one that called it; the way back stands above. */
  async open(instance) {
    const process = this.data.processes.find((each) => each.instance === instance);
    if (process) {
      await this.show(process);
      this.way.lastElementChild.querySelector('button').focus();
      this.say(`${this.root.dataset.opened}: ${process.title}`);
    }
  }

  drawWay() {
    const line = [];
    for (let at = this.process; at; at = this.data.processes.find((each) => each.instance === at.parent)) {
      line.unshift(at);
    }
    this.way.replaceChildren(
      ...line.map((process) => {
        const item = document.createElement('li');
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = process.title;
        if (process === this.process) {
          button.setAttribute('aria-current', 'true');
        }
        button.addEventListener('click', () => process !== this.process && this.open(process.instance));
        item.append(button);
        return item;
      }),
    );
  }

  choose(step) {
    this.picture.choose(step.activity);
  }

  clicked(activity) {
    const runs = this.process.steps.filter((step) => step.activity === activity);
    if (runs.length > 0) {
      this.list.choose(runs[runs.length - 1]);
    } else {
      this.list.choose(null);
      this.say(`${this.picture.nameOf(activity)} — ${this.root.dataset.ahead}`);
    }
    this.picture.mark(activity);
  }

  toCurrent() {
    const { steps } = this.process;
    const open = steps.filter((step) => step.state === 'waiting' || step.state === 'incident');
    const at = open[open.length - 1] ?? steps[steps.length - 1];
    if (at) {
      this.list.reveal(at);
      this.picture.look(at.activity);
    } else {
      this.picture.fit();
    }
  }

  press(button) {
    const act = {
      larger: () => this.picture.zoom(1.25),
      smaller: () => this.picture.zoom(0.8),
      fit: () => this.picture.fit(),
      current: () => this.toCurrent(),
      retry: () => this.load(),
    }[button?.dataset.do];
    act?.();
  }

  /** Escape leads back out of a called process. */
  key(event) {
    if (event.key === 'Escape' && this.process?.parent) {
      event.preventDefault();
      this.open(this.process.parent);
    }
  }

  say(words) {
    this.status.textContent = words;
  }
}

/** Loaded from here, so that a page without scripts does not load it. */
function dress() {
  return new Promise((done, failed) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = style;
    link.addEventListener('load', done);
    link.addEventListener('error', failed);
    document.head.append(link);
  });
}

if (island) {
  dress().then(() => {
    const live = new LiveCase(island);
    live.follow();
    live.load();
  });
}
