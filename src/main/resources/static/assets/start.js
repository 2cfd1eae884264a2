// 发起: draws the policy owner's start form with what can be chosen in it, keeps what is typed as a draft, hands it over, and
// puts what is refused at its field and beside the button.

import { formViewer } from './form-viewer.js';
import '../camunda/app/tasklist/scripts/form-dates.js';
import { refusals } from './form-refusals.js';

const VALUES_KEY = 'startChoices';
const SEARCHED_FROM = 8;
const SAVE_AFTER_MS = 2000;
const DRAWN_MS = 300;

const place = document.getElementById('start-form');
const button = document.getElementById('start-submit');
const refused = document.getElementById('start-refused');
const note = document.querySelector('.form-draft');
const { schema, field, choices, chosen, draft, header, token } = JSON.parse(place.dataset.form);
const headers = { 'Content-Type': 'application/json', Accept: 'application/json', [header]: token };

/** Where nothing can be chosen, and nothing has to be, there is no list. */
function hasChoices({ key, validate }) {
  return !field || key !== field || choices.length > 0 || validate?.required;
}

/** What is chosen is not typed: the field becomes a list, whatever the policy owner made of it. */
function withChoices(component) {
  if (component.components) {
    return { ...component, components: component.components.filter(hasChoices).map(withChoices) };
  }
  if (!field || component.key !== field) {
    return component;
  }
  const { id, key, label, description, conditional, layout, validate } = component;
  return {
    type: 'select',
    id,
    key,
    label,
    conditional,
    layout,
    description: validate?.required ? '' : description,
    validate: { required: Boolean(validate?.required) },
    valuesKey: VALUES_KEY,
    searchable: choices.length > SEARCHED_FROM
  };
}

async function kept() {
  const answer = await fetch(draft, { headers });
  return answer.ok ? answer.json() : null;
}

const before = await kept().catch(() => null);
const form = await formViewer()({
  container: place,
  schema: withChoices(schema),
  data: {
    ...(before?.values ?? {}),
    [VALUES_KEY]: choices,
    ...(field && chosen ? { [field]: chosen } : {})
  }
});
button.disabled = false;

let over = false;
let timer = null;

function tell(sentence) {
  note.hidden = false;
  note.textContent = sentence;
}
if (before?.savedAt) {
  tell(`已恢复 ${before.savedAt} 的草稿。`);
  const discard = document.createElement('button');
  discard.type = 'button';
  discard.className = 'link-button';
  discard.textContent = '放弃草稿';
  discard.addEventListener('click', async () => {
    over = true;
    await fetch(draft, { method: 'DELETE', headers });
    window.location.reload();
  });
  note.append(' ', discard);
}

let saved = null;
// fields count as the form's only when they are drawn
setTimeout(() => {
  saved = JSON.stringify(form._getSubmitData());
}, DRAWN_MS);

async function save() {
  clearTimeout(timer);
  const entered = JSON.stringify(form._getSubmitData());
  if (over || saved === null || entered === saved) {
    return;
  }
  saved = entered;
  const answer = await fetch(draft, { method: 'PUT', headers, body: entered, keepalive: true });
  if (answer.ok) {
    tell(`草稿已保存于 ${(await answer.json()).savedAt}。`);
  } else if (answer.status === 401 || answer.status === 403) {
    tell('登录已过期，草稿没有保存。请在新窗口登录后继续填写。');
  }
}
form.on('changed', () => {
  clearTimeout(timer);
  timer = setTimeout(save, SAVE_AFTER_MS);
});
window.addEventListener('pagehide', save);

const { refuse, faults } = refusals(form, place, refused, (count) => `没有发起：有${count}处要改。`);

async function submit() {
  const { data, errors } = form.submit();
  if (Object.keys(errors).length) {
    setTimeout(() => refuse(faults(errors), true), DRAWN_MS);
    return;
  }
  button.disabled = true;
  refused.hidden = true;
  clearTimeout(timer);
  try {
    const answer = await fetch(place.dataset.action, { method: 'POST', headers, body: JSON.stringify(data) });
    if (answer.status === 401 || answer.redirected) {
      throw new Error('signed out');
    }
    const { next, faults: told } = await answer.json();
    if (next) {
      over = true;
      window.location.assign(new URL(`..${next}`, import.meta.url));
      return;
    }
    refuse(told);
  } catch (failure) {
    refuse([{ field: null, sentence: '没有连上服务器，或者登录已过期，没有发起。填写的内容还在，请刷新页面登录后再试。' }]);
  }
  button.disabled = false;
}

button.addEventListener('click', submit);
