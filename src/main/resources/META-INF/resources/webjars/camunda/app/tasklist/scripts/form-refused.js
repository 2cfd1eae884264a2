// A form with faults says beside its button how many places are to be mended, with a link to each, until they are: Tasklist
// keeps the button disabled so long. When it was refused the first of them comes into view, and typing goes there. What the server says stays in Tasklist's own message until it is put away.
// Relies on: form-js marks each wrong field's sentence with .fjs-form-field-error, within .fjs-form-field.

import { eachForm } from './form-in.js';

/** form-js draws the errors after it has told of them. */
const DRAWN_MS = 100;

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
  constructor(container) {
    this.container = container;
    this.list = document.createElement('div');
    this.list.className = 'form-refusals';
    this.list.setAttribute('role', 'alert');
    this.list.lang = 'zh-CN';
  }

  draw() {
    const wrong = wrongFields(this.container);
    if (!wrong.length) {
      this.tried = false;
      this.list.remove();
      return;
    }
    const head = document.createElement('strong');
    head.textContent = `✕ ${this.tried ? '没有提交：' : ''}还有${wrong.length}处要改`;
    this.list.replaceChildren(
      head,
      ...wrong.map(([field, why]) => {
        const link = document.createElement('button');
        link.type = 'button';
        link.className = 'btn-link';
        link.textContent = `${labelOf(field)}：${why}`;
        link.addEventListener('click', () => goTo(field));
        return link;
      })
    );
    if (!this.list.isConnected) {
      this.container.after(this.list);
    }
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

  changed() {
    forgetOwn();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.container.isConnected && this.draw(), DRAWN_MS);
  }
}

eachForm((form, container) => {
  const refusals = new Refusals(container);
  form.on('changed', () => refusals.changed());
  form.on('submit', ({ errors }) => {
    if (Object.keys(errors).length) {
      refusals.refused();
    } else {
      refusals.list.remove();
    }
  });
  // a day that is none holds the form back before form-js sees it (form-dates.js)
  window.addEventListener('form-held', () => container.isConnected && refusals.refused());
});

export default [];
