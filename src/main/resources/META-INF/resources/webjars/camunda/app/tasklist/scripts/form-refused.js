// A refused form may be longer than the screen: the first field that is wrong comes into view, and typing goes there. That it
// was refused is said until something is changed; what the server says of it stays until it is put away.

import { eachForm } from './form-in.js';

/** form-js draws the errors after it has told of them. */
const DRAWN_MS = 100;

/** Its calendar would open and cover the message. */
const DATE = '.fjs-form-field-datetime';

function goToFirst(container) {
  const field = container.querySelector('.fjs-has-errors');
  if (field) {
    field.scrollIntoView({ block: 'center' });
    if (!field.matches(DATE)) {
      field.querySelector('input, textarea, select')?.focus({ preventScroll: true });
    }
  }
}

function forgetRefusal() {
  document.querySelectorAll('.page-notifications .alert-danger').forEach((alert) => {
    if (!alert.querySelector('.message')?.textContent) {
      alert.querySelector('[ng-click^="removeNotification"]')?.click();
    }
  });
}

eachForm((form, container) => {
  form.on('changed', forgetRefusal);
  form.on('submit', ({ errors }) => {
    if (Object.keys(errors).length) {
      setTimeout(() => goToFirst(container), DRAWN_MS);
    }
  });
});

export default [];
