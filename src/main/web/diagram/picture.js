// One process drawn by bpmn-js, with the state of its steps on it.
import Viewer from 'bpmn-js/lib/Viewer';
import MoveCanvas from 'diagram-js/lib/navigation/movecanvas';
import { groupBy, passedFlows } from './flows.js';

const SMALLEST = 0.15;
const LARGEST = 3;
const READABLE = 1;
const STEP = 60;
const FACE = '"Golos Text", "Noto Sans", sans-serif';

// A model's own colours tell roles and suit a light ground only: here colour tells the state.
const COLOURS = / (?:bioc|color):[\w-]+="[^"]*"/g;

/** The worst that any run of an activity is in stands for all of them. */
const ORDER = ['cancelled', 'done', 'waiting', 'incident'];

export class Picture {
  constructor(pane, legend, does) {
    this.legend = legend;
    this.does = does;
    this.viewer = new Viewer({
      container: pane,
      additionalModules: [MoveCanvas],
      bpmnRenderer: {
        defaultFillColor: 'var(--live-fill)',
        defaultStrokeColor: 'var(--live-line)',
        defaultLabelColor: 'var(--live-text)',
      },
      textRenderer: {
        defaultStyle: { fontFamily: FACE, fontSize: '11px' },
        externalStyle: { fontSize: '11px' },
      },
      overlays: {
        defaults: { show: { minZoom: 0, maxZoom: 10 }, scale: { min: 0.5, max: 1.5 } },
      },
    });
    const svg = pane.querySelector('svg');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', pane.dataset.label);
    this.pane = pane;
    this.viewer.on('element.click', ({ element }) => this.click(element));
    this.viewer.on('element.dblclick', ({ element }) => this.opening(element.id));
    pane.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    pane.addEventListener('keydown', (event) => this.key(event));
    this.touch();
  }

  async show(process, xml) {
    // Lines are broken by the width of the letters, so the face comes first.
    await Promise.all(['да', 'yes'].map((words) => document.fonts.load(`11px ${FACE}`, words)));
    await this.viewer.importXML(xml.replace(COLOURS, ''));
    this.canvas = this.viewer.get('canvas');
    this.elements = this.viewer.get('elementRegistry');
    this.chosen = null;
    this.marks = [];
    this.paint(process);
  }

  /** The same process further on: what is in sight and what is chosen stays. */
  again(process) {
    this.viewer.get('overlays').clear();
    for (const [id, name] of this.marks.splice(0)) {
      this.canvas.removeMarker(id, name);
    }
    this.paint(process);
  }

  paint(process) {
    this.steps = process.steps;
    const done = process.steps.filter((step) => step.state === 'done').map((step) => step.activity);
    const left = new Set([...process.passed, ...done]);
    const reached = new Set([...process.passed, ...process.steps.map((step) => step.activity)]);
    for (const id of [...process.passed, ...passedFlows(this.flows(), left, reached)]) {
      this.markAs(id, 'is-passed');
    }
    for (const [activity, runs] of groupBy(process.steps, (step) => step.activity)) {
      this.state(activity, runs);
    }
  }

  flows() {
    return this.elements
      .filter((each) => each.type === 'bpmn:SequenceFlow' && each.source && each.target)
      .map((flow) => ({ id: flow.id, source: flow.source.id, target: flow.target.id }));
  }

  state(activity, runs) {
    if (!this.elements.get(activity)) {
      return;
    }
    const state = runs.map((run) => run.state).sort((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a))[0];
    this.markAs(activity, `is-${state}`);
    const mark = this.legend.querySelector(`[data-state=${state}] .state-mark`).cloneNode(true);
    this.over(activity, mark, { top: -11, right: 13 });
    if (runs.length > 1) {
      const count = document.createElement('span');
      count.className = 'state-count';
      count.textContent = `×${runs.length}`;
      this.over(activity, count, { top: -11, left: -11 });
    }
    const calling = runs.findLast((run) => run.opens);
    if (calling) {
      const button = this.legend.querySelector('[data-template=open]').content.firstElementChild.cloneNode(true);
      button.addEventListener('click', () => this.does.open(calling));
      this.over(activity, button, { bottom: 12, left: 8 });
    }
  }

  over(activity, html, position) {
    this.viewer.get('overlays').add(activity, { position, html });
  }

  markAs(id, name) {
    if (this.elements.get(id)) {
      this.canvas.addMarker(id, name);
      this.marks.push([id, name]);
    }
  }

  nameOf(activity) {
    return this.elements.get(activity)?.businessObject.name ?? activity;
  }

  click(element) {
    const id = element.labelTarget?.id ?? element.id;
    if (element.type !== 'bpmn:Participant' && element.type !== 'bpmn:SequenceFlow' && element.parent) {
      this.does.clicked(id);
    }
  }

  opening(activity) {
    const calling = this.steps.findLast((step) => step.activity === activity && step.opens);
    if (calling) {
      this.does.open(calling);
    }
  }

  mark(activity) {
    if (this.chosen) {
      this.canvas.removeMarker(this.chosen, 'is-chosen');
    }
    this.chosen = this.elements.get(activity) ? activity : null;
    if (this.chosen) {
      this.canvas.addMarker(activity, 'is-chosen');
    }
  }

  /** Marks a step and moves it into sight. */
  choose(activity) {
    this.mark(activity);
    if (this.chosen) {
      this.canvas.scrollToElement(activity, 60);
    }
  }

  /** Puts a step into the middle at a size at which it can be read. */
  look(activity) {
    const element = this.elements.get(activity);
    if (!element) {
      this.fit();
      return;
    }
    const { width, height } = this.canvas.getSize();
    // Nothing is in sight where the pane is hidden, as on paper.
    if (!width || !height) {
      return;
    }
    const box = { width: width / READABLE, height: height / READABLE };
    const all = this.canvas.viewbox().inner;
    const middle = { x: element.x + element.width / 2, y: element.y + element.height / 2 };
    this.canvas.viewbox({
      x: between(middle.x - box.width / 2, all.x - 20, all.x + all.width + 20 - box.width),
      y: between(middle.y - box.height / 2, all.y - 20, all.y + all.height + 20 - box.height),
      ...box,
    });
  }

  fit() {
    const { width, height } = this.canvas.getSize();
    if (width && height) {
      this.canvas.zoom('fit-viewport', 'auto');
    }
  }

  zoom(by, at) {
    this.canvas.zoom(between(this.canvas.zoom() * by, SMALLEST, LARGEST), at ?? undefined);
  }

  /** The page scrolls as everywhere; with Ctrl the wheel changes the size, sideways it moves. */
  wheel(event) {
    if (!this.canvas) {
      return;
    }
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const box = this.pane.getBoundingClientRect();
      this.zoom(event.deltaY < 0 ? 1.1 : 0.9, { x: event.clientX - box.left, y: event.clientY - box.top });
    } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      event.preventDefault();
      this.canvas.scroll({ dx: -sideways, dy: 0 });
    }
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.canvas || event.target.closest('button, a')) {
      return;
    }
    const act = {
      ArrowLeft: () => this.canvas.scroll({ dx: STEP, dy: 0 }),
      ArrowRight: () => this.canvas.scroll({ dx: -STEP, dy: 0 }),
      ArrowUp: () => this.canvas.scroll({ dx: 0, dy: STEP }),
      ArrowDown: () => this.canvas.scroll({ dx: 0, dy: -STEP }),
      '+': () => this.zoom(1.25),
      '=': () => this.zoom(1.25),
      '-': () => this.zoom(0.8),
      0: () => this.fit(),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  /** One finger moves the diagram, two change its size. */
  touch() {
    const fingers = new Map();
    const apart = () => {
      const [a, b] = [...fingers.values()];
      return Math.hypot(a.x - b.x, a.y - b.y);
    };
    this.pane.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'touch') {
        fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      }
    });
    this.pane.addEventListener('pointermove', (event) => {
      const from = fingers.get(event.pointerId);
      if (!from || !this.canvas) {
        return;
      }
      const before = fingers.size === 2 ? apart() : 0;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (fingers.size === 2) {
        this.zoom(apart() / before);
      } else {
        this.canvas.scroll({ dx: event.clientX - from.x, dy: event.clientY - from.y });
      }
    });
    for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
      this.pane.addEventListener(end, (event) => fingers.delete(event.pointerId));
    }
  }
}

function between(value, least, most) {
  return Math.max(Math.min(value, Math.max(most, least)), least);
}
