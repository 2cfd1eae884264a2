// A task that nobody has is claimed by the first change of its form, as by the button; what was typed stays, Tasklist only
// learns whose the task is. Left again without a change it is given back (form-drafts.js tells).

import { hooks, openTask } from './hooks.js';

const claimed = new Set();
let api = null;

/** A form that is drawn changes its fields, too (its calendar does): only where somebody is in it, it is a person's change. */
function claim({ target, isTrusted }) {
  const button = hooks.claim();
  const form = hooks.formContainer();
  if (button && !button.disabled && form?.contains(target) && (isTrusted || form.contains(document.activeElement))) {
    claimed.add(openTask());
    button.click();
  }
}

for (const change of ['input', 'change']) {
  window.addEventListener(change, claim, { capture: true });
}

/** Its form was left as it had been (form-drafts.js). detail: the task, and whether the page itself goes away. */
window.addEventListener('form-left-unchanged', ({ detail: { task, closing } }) => {
  if (!claimed.delete(task) || !api) {
    return;
  }
  fetch(`${api.engineApi}/task/${encodeURIComponent(task)}/unclaim`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': api.CSRFToken },
    body: '{}',
    keepalive: closing
  }).catch(() => {});
});

// who has it changes without a new address
let held = '';
new MutationObserver(() => {
  const unclaim = hooks.unclaim();
  if (unclaim && !unclaim.hasAttribute('aria-label')) {
    unclaim.setAttribute('aria-label', '释放任务');
  }
  const now = `${openTask()} ${hooks.claim() ? 'free' : unclaim ? 'own' : ''}`;
  if (now !== held && (hooks.claim() || unclaim)) {
    held = now;
    window.dispatchEvent(new Event('task-held'));
  }
}).observe(document.body, { childList: true, subtree: true });

export default {
  id: 'claim-at-first-change',
  pluginPoint: 'tasklist.task.action',
  priority: 1,
  render(container, plugin) {
    api = plugin.api;
  }
};
