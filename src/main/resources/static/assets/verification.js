// The verification on site, on a phone: what is typed is saved as it goes; without network it is kept in this browser and
// sent later. Without scripts the same forms and links work as plain pages.

import { takeFiles } from './evidence.js';
import { withoutPlace } from './photo.js';

const { body } = document;
const { page, token } = body.dataset;
const PREFIX = `verification|${body.dataset.case}|`;
const PAUSE_MS = 900;
const AGAIN_MS = 10000;
const SIGNS = { MET: '✓', NOT_MET: '✕', NEEDS_EXPLANATION: '？' };
const WORDS = { MET: '符合', NOT_MET: '不符合', NEEDS_EXPLANATION: '需说明' };

const save = document.querySelector('[data-save]');
const problem = document.querySelector('[data-problem]');
const forms = [...document.querySelectorAll('form[data-part]')];
const timers = new Map();
/** Parts that the server has refused as they are; sent again once they change. */
const refused = new Set();
let sending = false;
const memory = new Map();

const store = {
  all: () => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    } catch (closed) {
      return [...memory.keys()];
    }
  },
  get: (part) => {
    try {
      return JSON.parse(localStorage.getItem(PREFIX + part));
    } catch (closed) {
      return memory.get(PREFIX + part) || null;
    }
  },
  put: (part, entry) => {
    try {
      localStorage.setItem(PREFIX + part, JSON.stringify(entry));
    } catch (closed) {
      memory.set(PREFIX + part, entry);
    }
  },
  drop: (part) => {
    memory.delete(PREFIX + part);
    try {
      localStorage.removeItem(PREFIX + part);
    } catch (closed) {
      // nothing was kept there
    }
  }
};

function fields(form) {
  const values = {};
  new FormData(form).forEach((value, name) => {
    if (name !== '_csrf') {
      values[name] = value;
    }
  });
  return values;
}

function same(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  names.delete('revision');
  return [...names].every((name) => (one[name] || '') === (other[name] || ''));
}

function restore(form, values) {
  [...form.elements].forEach((input) => {
    if (input.name === 'revision' || !input.name || input.name === '_csrf') {
      return;
    }
    if (input.type === 'radio') {
      input.checked = values[input.name] === input.value;
    } else if (values[input.name] !== undefined) {
      input.value = values[input.name];
    }
  });
}

function dot(form) {
  const chosen = form.querySelector('input[name=judgement]:checked');
  const link = document.querySelector(`.v-dots [data-to="${form.dataset.part}"]`);
  const sign = link.querySelector('[data-sign]');
  if (sign) {
    sign.textContent = chosen ? SIGNS[chosen.value] : '';
    link.setAttribute('aria-label', `${link.dataset.name} ${chosen ? WORDS[chosen.value] : '未填'}`);
  }
}

function tell(state) {
  const kept = store.all().length;
  save.classList.toggle('wait', kept > 0 && state !== 'saving');
  if (kept === 0) {
    save.textContent = state === 'saved' ? '已存下' : '';
  } else if (state === 'saving') {
    save.textContent = '正在存……';
  } else if (state === 'offline') {
    save.textContent = `没有网络 · 存在本机${kept}项`;
  } else {
    save.textContent = `没有存下 · 存在本机${kept}项`;
  }
}

function complain(sentence) {
  problem.hidden = !sentence;
  problem.textContent = sentence || '';
}

function showGaps(gaps) {
  const place = document.querySelector('[data-gaps]');
  const said = document.createElement('p');
  said.textContent = gaps.length === 0 ? '八项都填好了。请回到任务，写总的情况后办结。' : `还缺${gaps.length}处，补齐后才能办结：`;
  said.className = gaps.length === 0 ? 'message message-success' : '';
  const list = document.createElement('ul');
  gaps.forEach((gap) => {
    const line = document.createElement('li');
    line.textContent = gap;
    list.append(line);
  });
  place.replaceChildren(said, ...(gaps.length === 0 ? [] : [list]));
}

/** @return whether the next may be tried */
async function send(form, entry) {
  const { part } = form.dataset;
  let answer;
  try {
    answer = await fetch(`${page}/${part}`, {
      method: 'POST',
      headers: { 'X-Fragment': 'true', 'X-CSRF-TOKEN': token, Accept: 'application/json' },
      body: new URLSearchParams(entry),
      redirect: 'manual'
    });
  } catch (unreachable) {
    tell('offline');
    return false;
  }
  let told = {};
  try {
    told = await answer.json();
  } catch (noAnswerOfOurs) {
    told = {};
  }
  if (answer.ok && told.revision) {
    form.elements.revision.value = told.revision;
    const now = store.get(part);
    if (now && same(now, entry)) {
      store.drop(part);
    } else if (now) {
      store.put(part, { ...now, revision: String(told.revision) });
    }
    document.querySelector('[data-judged]').textContent = told.judged;
    if (part === '0') {
      document.querySelector('[data-head]').textContent = ['现场核查', entry.verifiedOn, entry.people].filter(Boolean).join(' · ');
    }
    showGaps(told.gaps);
    complain('');
    tell('saved');
    return true;
  }
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
    tell('offline');
    return false;
  }
  refused.add(part);
  complain(told.problem ? `没有存下：${told.problem}` : '没有存下：登录已过期，或这一步已经办结。您填的还存在本机，请在新窗口重新登录，再回到这一页刷新');
  tell('refused');
  return true;
}

async function flush() {
  if (sending) {
    return;
  }
  sending = true;
  try {
    for (const form of forms) {
      const entry = refused.has(form.dataset.part) ? null : store.get(form.dataset.part);
      if (entry && !form.dataset.asked) {
        tell('saving');
        // one after the other: the next is tried only where this one came through
        if (!await send(form, entry)) { // eslint-disable-line no-await-in-loop
          return;
        }
      }
    }
  } finally {
    sending = false;
  }
}

function keep(form) {
  store.put(form.dataset.part, fields(form));
  refused.delete(form.dataset.part);
  dot(form);
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(flush, PAUSE_MS));
  if (!navigator.onLine) {
    tell('offline');
  }
}

function go(number, remember) {
  const wanted = document.querySelector(`[data-screen="${number}"]`);
  if (!wanted) {
    return;
  }
  document.querySelectorAll('[data-screen]').forEach((screen) => {
    screen.hidden = screen !== wanted;
  });
  document.querySelectorAll('.v-dots a').forEach((link) => {
    if (link.dataset.to === String(number)) {
      link.setAttribute('aria-current', 'step');
    } else {
      link.removeAttribute('aria-current');
    }
  });
  if (remember) {
    history.pushState({}, '', `${page}?item=${number}`);
    window.scrollTo(0, 0);
    const heading = wanted.querySelector('h1');
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

/** What is kept here and was saved otherwise by somebody since is the person's to decide. */
function ask(form, kept) {
  form.dataset.asked = 'true';
  const box = document.createElement('div');
  box.className = 'v-mine';
  const said = document.createElement('p');
  const words = [WORDS[kept.judgement], kept.seen, kept.verifiedOn, kept.people, kept.note].filter(Boolean).join('；');
  said.textContent = `本机还存着您填而没有存上的：“${words}”。这一项后来有人存过，下面是存下的。`;
  const choice = (text, deed) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-secondary';
    button.textContent = text;
    button.addEventListener('click', () => {
      delete form.dataset.asked;
      box.remove();
      deed();
      tell('');
    });
    box.append(button);
  };
  box.append(said);
  choice('用本机的', () => {
    restore(form, kept);
    keep(form);
  });
  choice('用存下的', () => store.drop(form.dataset.part));
  form.before(box);
}

forms.forEach((form) => {
  const kept = store.get(form.dataset.part);
  if (kept && same(kept, fields(form))) {
    store.drop(form.dataset.part);
  } else if (kept && kept.revision === form.elements.revision.value) {
    restore(form, kept);
    dot(form);
  } else if (kept) {
    ask(form, kept);
  } else if ([...form.elements].some((input) => (input.type === 'radio' ? input.checked !== input.defaultChecked
    : 'defaultValue' in input && input.value !== input.defaultValue))) {
    // typed before this script had arrived
    keep(form);
  }
  // a day half typed is none yet
  form.addEventListener('input', ({ target }) => target.matches('[data-day]') || keep(form));
  form.addEventListener('change', ({ target }) => target.matches('[data-day]') && target.validity.valid && keep(form));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    keep(form);
    flush();
    go(event.submitter?.dataset.next || Number(form.dataset.part) + 1, true);
  });
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-to]');
  if (link && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    go(link.dataset.to, true);
    flush();
  }
});
window.addEventListener('popstate', () => go(new URLSearchParams(window.location.search).get('item') || 0, false));
window.addEventListener('online', flush);
window.addEventListener('offline', () => tell('offline'));
setInterval(flush, AGAIN_MS);

body.dataset.uploads = page.replace(/verification$/, 'evidence-uploads');
body.dataset.evidence = body.dataset.case;
takeFiles(body, async () => {
  const answer = await fetch(window.location.href, { headers: { Accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  fresh.querySelectorAll('[data-files]').forEach((held) => {
    const place = document.querySelector(`[data-files="${held.dataset.files}"]`);
    place.querySelector('[data-held]').replaceWith(held.querySelector('[data-held]'));
    place.querySelector('.evidence-sending').replaceChildren();
  });
}, (file) => withoutPlace(file).catch(() => file));

tell(save.textContent ? 'saved' : '');
flush();
