// A form with faults says beside its button how many places are to be mended, with a link to each, until they are: Tasklist
// keeps the button disabled so long. When it was refused the first of them comes into view, and typing goes there. What the
// server refused is told by Tasklist as one text: it is asked for fault by fault, and stands at its fields and beside the
// button until something is changed.
// Relies on: form-js marks each wrong field's sentence with .fjs-form-field-error, within .fjs-form-field; Tasklist shows
// what went wrong in .page-notifications.

import { eachForm } from './form-in.js';
import { openTask } from './hooks.js';

const root = new URL('../../../../', import.meta.url);

/** form-js draws the errors after it has told of them. */
const DRAWN_MS = 100;

/** How many places are to be mended, and 收起: before the sentences. */
const FIXED = 2;

const ERROR = '.fjs-form-field-error';
const FIELD = '.fjs-form-field';

/** Its calendar would open and cover the message. */
const DATE = '.fjs-form-field-datetime';

function wrongFields(container) {
  const wrong = [...container.querySelectorAll(ERROR)].filter((error) => error.textContent.trim() && error.offsetParent);
  return [...new Map(wrong.map((error) => [error.closest(FIELD), error.textContent.trim()]))].filter(([field]) => field);
}

function goTo(field) {
  field.scrollIntoView({ block: 'center' });
  if (!field.matches(DATE)) {
    field.querySelector('input, textarea, select')?.focus({ preventScroll: true });
  }
}

function labelOf(field) {
  const label = field.querySelector('.fjs-form-field-label, legend, label')?.cloneNode(true);
  label?.querySelector('.fjs-asterix')?.remove();
  return label?.textContent.trim() || '本项';
}

/** Tasklist's own sentence, that it was refused, would say the same a second time. */
function forgetOwn() {
  document.querySelectorAll('.page-notifications .alert-danger').forEach((alert) => {
    if (!alert.querySelector('.message')?.textContent) {
      alert.querySelector('[ng-click^="removeNotification"]')?.click();
    }
  });
}

class Refusals {
  constructor(form, container) {
    this.form = form;
    this.container = container;
    this.told = [];
    this.list = document.createElement('div');
    this.list.className = 'form-refusals';
    this.list.setAttribute('role', 'alert');
    this.list.lang = 'zh-CN';
    this.head = document.createElement('strong');
    const away = document.createElement('button');
    away.type = 'button';
    away.className = 'form-refusals-away';
    away.textContent = '收起';
    away.addEventListener('click', () => this.list.remove());
    this.list.append(this.head, away);
    this.lines = [];
  }

  draw() {
    const wrong = wrongFields(this.container).map(([field, why]) => [field, `${labelOf(field)}：${why}`]);
    const own = wrong.filter(([field]) => !this.told.some((fault) => this.element(fault) === field));
    const faults = [...own, ...this.told.map((fault) => [this.element(fault), fault.sentence])];
    if (!faults.length) {
      this.tried = false;
      this.list.remove();
      return;
    }
    const words = `✕ ${this.tried ? '没有提交：' : ''}还有${faults.length}处要改`;
    if (this.head.textContent !== words) {
      this.head.textContent = words;
    }
    this.place(faults);
    if (!this.list.isConnected) {
      this.container.after(this.list);
    }
  }

  /** To press a link leaves a field, which may change the list: what stays in it is not moved, or the press would be lost. */
  place(faults) {
    const before = [...this.lines];
    this.lines = faults.map(([field, sentence]) => {
      const known = before.findIndex((each) => (field ? each.field === field : !each.field && each.line.textContent === sentence));
      const line = known < 0 ? told(field) : before.splice(known, 1)[0].line;
      if (line.textContent !== sentence) {
        line.textContent = sentence;
      }
      return { field, line };
    });
    before.forEach(({ line }) => line.remove());
    this.lines.forEach(({ line }, place) => {
      const there = this.list.children[FIXED + place] ?? null;
      if (there !== line) {
        this.list.insertBefore(line, there);
      }
    });
  }

  component({ field }) {
    return field && this.form.get('formFieldRegistry').getAll().find(({ key }) => key === field);
  }

  element(fault) {
    const component = this.component(fault);
    return component && this.container.querySelector(`[id$="-${component.id}"], [id*="-${component.id}-"]`)?.closest(FIELD);
  }

  refused() {
    this.tried = true;
    setTimeout(() => {
      this.draw();
      forgetOwn();
      const [first] = wrongFields(this.container);
      if (first) {
        goTo(first[0]);
      }
    }, DRAWN_MS);
  }

  /** @param faults of the server, each { field, sentence } */
  refusedWith(faults) {
    this.entered = JSON.stringify(this.form._getSubmitData());
    this.told = faults;
    this.form._setState({ errors: Object.fromEntries(this.toldAt().map(([id, sentence]) => [id, [sentence]])) });
    this.refused();
    window.dispatchEvent(new Event('form-refused'));
  }

  toldAt() {
    return this.told.map((fault) => [this.component(fault)?.id, fault.sentence]).filter(([id]) => id);
  }

  changed() {
    forgetOwn();
    if (this.told.length && this.entered !== JSON.stringify(this.form._getSubmitData())) {
      const gone = this.toldAt().map(([id]) => id);
      this.told = [];
      const left = Object.entries(this.form._getState().errors).filter(([id]) => !gone.includes(id));
      this.form._setState({ errors: Object.fromEntries(left) });
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.container.isConnected && this.draw(), DRAWN_MS);
  }
}

/** For a sentence of the list; a link where a field can be gone to. */
function told(field) {
  const line = document.createElement(field ? 'button' : 'span');
  if (field) {
    line.type = 'button';
    line.className = 'btn-link';
    line.addEventListener('click', () => goTo(field));
  }
  return line;
}

let drawn = null;

eachForm((form, container) => {
  const refusals = new Refusals(form, container);
  drawn = refusals;
  form.on('changed', () => refusals.changed());
  form.on('submit', ({ errors }) => {
    if (Object.keys(errors).length) {
      refusals.refused();
    } else {
      refusals.told = [];
      refusals.list.remove();
    }
  });
  // a day that is none holds the form back before form-js sees it (form-dates.js)
  window.addEventListener('form-held', () => container.isConnected && refusals.refused());
});

const seen = new WeakSet();

/** Tasklist's text, where it is the server's of this form; any other stays as it is. */
async function take(alert, text) {
  const task = openTask();
  const answer = task && (await fetch(new URL(`desk/task/${encodeURIComponent(task)}/refusal`, root)));
  const faults = answer?.ok ? await answer.json() : [];
  if (faults.map(({ sentence }) => sentence).join('；') === text && task === openTask() && drawn?.container.isConnected) {
    alert.querySelector('[ng-click^="removeNotification"]')?.click();
    drawn.refusedWith(faults);
  }
}

new MutationObserver(() => {
  document.querySelectorAll('.page-notifications .alert-danger').forEach((alert) => {
    const text = alert.querySelector('.message')?.textContent.trim();
    if (text && !seen.has(alert)) {
      seen.add(alert);
      take(alert, text).catch((unreachable) => console.warn('No faults', unreachable));
    }
  });
}).observe(document.body, { childList: true, subtree: true, characterData: true });

export default [];
