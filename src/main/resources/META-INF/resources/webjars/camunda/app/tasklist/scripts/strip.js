// Above every form what it is about, on every card until when and how far, after 完成 what follows: fragments of our
// server, put in at documented plug-in points (tasklist.task.action, tasklist.card). Tasklist draws the first once and for
// all, so that each new task in the address (hashchange) fills it anew; after 完成 the address names no task any more.

import { caseFile } from '../../../../assets/case.js';
import { hooks, openTask } from './hooks.js';

const root = new URL('../../../../', import.meta.url);
const LOOK_AGAIN_MS = 1500;
const LOOKS = 80;
const TRIES = 4;
const TOGETHER_MS = 60;

/** Where the form comes first, what the step is decided by is opened by hand (user-styles.css). */
const ROOM = '(min-width: 768px) and (min-height: 640px)';

let place = null;
let shown = null;
let looking = null;

async function fragment(path, selector) {
  const answer = await fetch(new URL(path, root), { headers: { Accept: 'text/html', 'X-Fragment': 'true' } });
  if (answer.status >= 500 || answer.status === 429) {
    throw new Error(`${path}: ${answer.status}`);
  }
  if (!answer.ok) {
    return null;
  }
  const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector(selector);
  return drawn && document.adoptNode(drawn);
}

function stylesheet(name) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(`assets/${name}`, root).href;
  return link;
}

/** A part of the case's file between strip and form, so that one decides without leaving the form. */
function panel(link, strip) {
  const open = link.getAttribute('aria-expanded') === 'true';
  strip.parentElement.querySelector('.sc-panel')?.remove();
  strip.querySelectorAll('[aria-expanded]').forEach((other) => other.removeAttribute('aria-expanded'));
  if (open) {
    return;
  }
  link.setAttribute('aria-expanded', 'true');
  const frame = document.createElement('section');
  frame.className = 'sc-panel';
  frame.setAttribute('aria-label', link.textContent);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'sc-panel-close';
  close.textContent = '收起';
  close.addEventListener('click', () => {
    panel(link, strip);
    drawPart('.sc-facts').then(() => strip.querySelector(`a[href="${link.getAttribute('href')}"]`)?.focus());
  });
  const shadow = document.createElement('div');
  frame.append(close, shadow);
  const host = document.createElement('div');
  host.className = 'case-host in-tasklist in-panel';
  shadow.attachShadow({ mode: 'open' }).append(stylesheet('app.css'), stylesheet('case.css'), host);
  strip.after(frame);
  caseFile(host, true).load(link.href);
}

function closePanel() {
  const open = place?.querySelector('.sc-strip [aria-expanded]');
  if (open) {
    panel(open, place.querySelector('.sc-strip'));
  }
}

async function draw() {
  const task = openTask();
  document.body.classList.toggle('task-open', Boolean(task));
  clearTimeout(looking);
  document.querySelector('.sc-done')?.remove();
  if (!task) {
    place?.replaceChildren();
    if (shown) {
      tellDone(shown, LOOKS);
    }
    shown = null;
    return;
  }
  const strip = place && (await fragment(`desk/task/${encodeURIComponent(task)}/strip`, '.sc-strip'));
  if (task !== openTask() || !place) {
    return;
  }
  place.replaceChildren(...(strip ? [strip] : []));
  shown = strip ? task : null;
  strip?.addEventListener('click', (event) => {
    const link = event.target.closest('[data-panel]');
    if (link && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      panel(link, strip);
    }
  });
  const first = strip?.querySelector('[data-open]');
  if (first && window.matchMedia(ROOM).matches && !document.querySelector('.sc-tab')) {
    panel(first, strip);
  }
}

/** Tasklist puts a task away when its list changes with it: a task of another list is opened by a start anew. */
function otherList(event) {
  const link = event.target.closest('a[href*="filter="]');
  if (link && list(link.hash) !== list(window.location.hash)) {
    event.preventDefault();
    window.history.pushState(null, '', link.hash);
    window.location.reload();
  }
}

const list = (hash) => new URLSearchParams(hash.split('?')[1]).get('filter');

/** Until the engine has done its part; a task that was closed or taken away was completed by nobody, and nothing is told. */
async function tellDone(task, looks) {
  const done = await fragment(`desk/task/${encodeURIComponent(task)}/done`, '.sc-done');
  const empty = hooks.noTask();
  if (openTask() || !done || !empty) {
    return;
  }
  const before = document.querySelector('.sc-done');
  if (before) {
    before.replaceChildren(...done.childNodes);
    before.dataset.working = done.dataset.working;
  } else {
    empty.before(done);
    done.addEventListener('click', otherList);
    done.querySelector('h2').focus();
  }
  if (done.dataset.working === 'true' && looks > 0) {
    looking = setTimeout(() => tellDone(task, looks - 1), LOOK_AGAIN_MS);
  }
}

/** A server that does not answer, or not now, is asked again. */
function drawAgain(tries = TRIES) {
  draw().catch((unreachable) => {
    console.warn('No strip', unreachable);
    if (tries > 1) {
      setTimeout(drawAgain, LOOK_AGAIN_MS, tries - 1);
    }
  });
}

/** The same task, claimed or given back, or something of its case was just done: the strip stays, but for this part. */
async function drawPart(selector) {
  const task = openTask();
  const before = place?.querySelector(selector);
  if (before && task === shown) {
    const strip = await fragment(`desk/task/${encodeURIComponent(task)}/strip`, '.sc-strip').catch(() => null);
    if (strip && task === openTask()) {
      before.replaceWith(strip.querySelector(selector));
    }
  }
}

const drawHolder = () => drawPart('.sc-holder');

const changed = () => openTask() === shown || drawAgain();
const cards = new Map();
let asked = null;

async function fillCards() {
  const wanted = new Map(cards);
  cards.clear();
  const query = [...wanted.keys()].map((id) => `task=${encodeURIComponent(id)}`).join('&');
  const drawn = await fragment(`desk/cards?${query}`, '.sc-cards');
  drawn?.querySelectorAll('.sc-card').forEach((card) => wanted.get(card.dataset.task)?.replaceChildren(card));
}

/** The list of a task that a link named alone: told to Tasklist before it starts, later it would put the task away. */
async function openList() {
  const task = openTask();
  if (task && !/[?&]filter=/.test(window.location.hash)) {
    const strip = await fragment(`desk/task/${encodeURIComponent(task)}/strip`, '.sc-strip');
    if (strip?.dataset.list && task === openTask()) {
      window.history.replaceState(null, '', `#/?filter=${strip.dataset.list}&task=${encodeURIComponent(task)}`);
    }
  }
}

await openList().catch((unreachable) => console.warn('No list', unreachable));

export default [
  {
    id: 'strip',
    pluginPoint: 'tasklist.task.action',
    priority: 1000,
    render(container) {
      place = container;
      window.addEventListener('hashchange', changed);
      window.addEventListener('task-held', drawHolder);
      window.addEventListener('case-tab', closePanel);
      drawAgain();
    },
    unmount() {
      window.removeEventListener('hashchange', changed);
      window.removeEventListener('task-held', drawHolder);
      window.removeEventListener('case-tab', closePanel);
    }
  },
  {
    id: 'card',
    pluginPoint: 'tasklist.card',
    priority: 5,
    render(container, { taskId }) {
      const line = document.createElement('div');
      container.append(line);
      cards.set(taskId, line);
      clearTimeout(asked);
      asked = setTimeout(() => fillCards().catch((unreachable) => console.warn('No cards', unreachable)), TOGETHER_MS);
    }
  }
];
