// All that our scripts in Tasklist hang on and that is no documented plug-in point, by name. Each says what it relies on;
// without one of them the form still works as Camunda draws it, and HooksInTheBrowserE2E names the one that has vanished.
// form-dates.js (flatpickr's element bears it), form-messages.js (form-js' words) and form-refused.js (its class of an error)
// say at their head what they rely on, and have tests of their own: DaysInTheBrowserE2E, FormMessagesTest, `parts` there.

import { formIn } from './form-in.js';

const at = (selector) => () => document.querySelector(selector);

export const hooks = {
  /** Tasklist's template: what it shows where no task is open; what follows 完成 is put before it. */
  noTask: at('.no-task'),
  /** Tasklist's template: the button that claims the open task; there only while nobody has it. */
  claim: at('.task-card button.claim'),
  /** Tasklist's template: the button that gives the open task back; there only while the person has it. */
  unclaim: at('.task-card button.unclaim'),
  /** Tasklist's template: the button that completes, in the bar below the form. */
  complete: at('.task-card .form-actions .btn-primary'),
  /** Tasklist's tabs, by priority: its own 历史 (800) is the fourth, behind 表单 (1000) and our two; that one is hidden. */
  ownHistory: () => [...document.querySelectorAll('.task-card .nav-tabs > li')].findIndex((tab) => getComputedStyle(tab).display === 'none' && tab.textContent.trim() === '历史') === 3,
  /** form-js: the element that it draws a form in. */
  formContainer: at('.task-card .fjs-container'),
  /** form-js: its instance, found by way of preact's tree (form-in.js). */
  form: () => {
    const container = hooks.formContainer();
    return container && formIn(container);
  },
  /** form-js: what its instance lets one read and set (form-drafts.js, form-hidden.js). */
  formState: () => {
    const form = hooks.form();
    return Boolean(form)
      && ['_getState', '_getSubmitData', '_setState', 'importSchema', 'on', 'get'].every((name) => typeof form[name] === 'function')
      && typeof form.get('formFieldInstanceRegistry').getAllKeyed === 'function';
  },
  /** form-js: one element a field, of this class, in the order of the form. */
  field: at('.task-card .fjs-container .fjs-form-field')
};

/** The task that Tasklist's address names; null where none is open. */
export const openTask = () => new URLSearchParams(window.location.hash.split('?')[1]).get('task');
