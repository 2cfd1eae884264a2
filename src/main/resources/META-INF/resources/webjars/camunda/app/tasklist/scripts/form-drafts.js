// What a person has entered in a form is kept on the server until it is submitted, and is there again when the form is
// opened the next time, on whatever machine. Tasklist's own saving stays in the browser, for whoever uses it next: its
// button is hidden (user-styles.css), and what it left is removed.

import { formIn } from './form-in.js';
import { hooks, openTask } from './hooks.js';

const SAVE_AFTER_MS = 2000;
const SUBMISSION_TAKES_MS = 10000;

/** form-js takes over what is typed into a text a moment later. */
const TYPED_MS = 500;

const LARGEST = 64 * 1024;

const root = new URL('../../../../', import.meta.url);
const running = new Map();
const drafts = new Map();

Object.keys(localStorage)
  .filter((key) => key.startsWith('camunda-form:'))
  .forEach((key) => localStorage.removeItem(key));

/** One request after the other for each form, so that none overtakes another. */
function inTurn(address, request) {
  const turn = (running.get(address) || Promise.resolve()).then(request, request);
  running.set(address, turn.catch(() => {}));
  return turn;
}

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** A field counts as the form's only when it is drawn. */
const drawn = () => new Promise((resolve) => setTimeout(resolve, 100));

class Draft {
  constructor(container, form, address) {
    this.container = container;
    this.form = form;
    this.address = address;
    this.note = document.createElement('p');
    this.note.className = 'form-draft';
    this.note.setAttribute('role', 'status');
    this.note.lang = 'zh-CN';
    this.timer = null;
    this.submitted = false;
  }

  async open() {
    this.waiting = false;
    this.claimable = Boolean(hooks.claim());
    if (this.claimable) {
      // nobody has it, so there is no draft; begun again as soon as it is claimed
      await drawn();
      this.original ??= this.entered();
      this.listen();
      this.waiting = true;
      look();
      return;
    }
    const { schema, initialData } = this.form._getState();
    this.blank = { schema, data: structuredClone(initialData) };
    this.container.inert = !this.container.contains(document.activeElement);
    try {
      const answer = await inTurn(this.address, () => fetch(this.address, { headers: { Accept: 'application/json' } }));
      if (!answer.ok) {
        // somebody else has it
        this.waiting = answer.status === 404;
        await drawn();
        this.original ??= this.entered();
        return;
      }
      const draft = await answer.json();
      this.headers = { 'Content-Type': 'application/json', [draft.header]: draft.token };
      this.container.before(this.note);
      const typed = await this.typed(initialData);
      if (draft.savedAt) {
        await this.form.importSchema(schema, { ...structuredClone(initialData), ...draft.values, ...typed });
        this.restored(draft);
      }
      await drawn();
      const mine = Object.keys(typed).length > 0;
      this.kept = mine ? null : this.entered();
      if (mine) {
        this.changed();
      }
      this.listen();
    } finally {
      this.container.inert = false;
    }
  }

  listen() {
    if (!this.listening) {
      this.listening = true;
      this.form.on('changed', () => this.changed());
      this.form.on('submit', ({ errors }) => this.submits(errors));
    }
  }

  /** Before it was claimed, or by the first change that has claimed it. */
  async typed(initialData) {
    if (this.original === undefined) {
      return {};
    }
    await new Promise((resolve) => setTimeout(resolve, TYPED_MS));
    const { data } = this.form._getState();
    return Object.fromEntries(Object.entries(data).filter(([key, value]) => !same(value, initialData[key])));
  }

  entered() {
    return JSON.stringify(this.form._getSubmitData());
  }

  tell(sentence, after = '') {
    const discard = document.createElement('button');
    discard.type = 'button';
    discard.className = 'btn-link';
    discard.textContent = '放弃草稿';
    discard.addEventListener('click', () => this.discard());
    this.note.replaceChildren(`${sentence} · `, discard, after);
  }

  restored({ savedAt, dropped }) {
    this.tell(
      `已恢复 ${savedAt} 的草稿`,
      dropped.length ? `。表单已修改，草稿中的以下内容没有恢复：${dropped.join('、')}` : ''
    );
  }

  async discard() {
    clearTimeout(this.timer);
    const answer = await inTurn(this.address, () => fetch(this.address, { method: 'DELETE', headers: this.headers }));
    if (!answer.ok) {
      this.note.textContent = '草稿没能放弃，请刷新页面后重试。';
      return;
    }
    this.discarding = true;
    await this.form.importSchema(this.blank.schema, structuredClone(this.blank.data));
    await drawn();
    this.kept = this.entered();
    this.latest = this.kept;
    this.discarding = false;
    this.note.textContent = '已放弃草稿。';
  }

  changed() {
    if (this.discarding) {
      return;
    }
    const before = this.latest;
    this.latest = this.entered();
    if (!this.headers || this.latest === this.kept || this.latest === before) {
      return;
    }
    this.submitted = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), SAVE_AFTER_MS);
  }

  submits(errors) {
    if (Object.keys(errors).length) {
      return;
    }
    // what is submitted is no draft any more, unless the submission is refused
    this.submitted = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refused(), SUBMISSION_TAKES_MS);
  }

  refused() {
    if (this.submitted) {
      this.submitted = false;
      this.save();
    }
  }

  save() {
    clearTimeout(this.timer);
    if (this.submitted || !this.latest || this.latest === this.kept) {
      return;
    }
    const body = this.latest;
    if (new Blob([body]).size > LARGEST) {
      this.note.textContent = '填写的内容过长，没有保存为草稿，请尽快提交。';
      return;
    }
    this.kept = body;
    const request = { method: 'PUT', headers: this.headers, body, keepalive: true };
    inTurn(this.address, () => fetch(this.address, request)).then(
      async (answer) => {
        if (answer.ok) {
          this.tell(`草稿已保存于 ${(await answer.json()).savedAt}`);
        } else {
          this.notSaved(answer.status);
        }
      },
      () => this.notSaved(0)
    );
  }

  notSaved(status) {
    this.kept = null;
    this.note.textContent = status === 401 || status === 403
      ? '登录已过期，草稿没有保存。请在新窗口登录后继续填写。'
      : status === 404
        ? '这项任务已不在您名下或已办结，草稿没有保存。'
        : '没有连上服务器，草稿没有保存。请检查网络，继续填写时会再次保存。';
  }

  /** Whether it is as it was before its first change claimed the task. */
  untouched() {
    return this.original !== undefined && !this.submitted && (this.latest ?? this.original) === this.original;
  }

  giveBack(closing) {
    if (this.untouched()) {
      const task = decodeURIComponent(this.address.split('/').pop());
      window.dispatchEvent(new CustomEvent('form-left-unchanged', { detail: { task, closing } }));
    }
  }

  close() {
    this.giveBack(false);
    // what was refused and is left alone for the moment is a draft again
    this.submitted = this.submitted && !document.querySelector('.page-notifications .alert-danger');
    this.save();
    this.note.remove();
  }
}

function begin(draft) {
  draft.open().catch((failure) => console.warn('No draft of this form', failure));
}

function look() {
  drafts.forEach((draft, container) => {
    if (!container.isConnected) {
      drafts.delete(container);
      draft.close();
    }
  });
  document.querySelectorAll('.fjs-container').forEach((container) => {
    const known = drafts.get(container);
    if (known && known.waiting) {
      const claimable = Boolean(hooks.claim());
      if (known.claimable && !claimable) {
        begin(known);
      }
      known.claimable = claimable;
    }
    const task = openTask();
    // a start form has a page of its own
    const form = known || !task || container.closest('.modal-content') ? null : formIn(container);
    if (form) {
      const draft = new Draft(container, form, new URL(`drafts/tasks/${encodeURIComponent(task)}`, root).href);
      drafts.set(container, draft);
      begin(draft);
    }
  });
}

new MutationObserver(look).observe(document.body, { childList: true, subtree: true });

// form-refused.js
window.addEventListener('form-refused', () => drafts.forEach((draft) => draft.refused()));

function saveAll() {
  drafts.forEach((draft) => draft.save());
}
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    saveAll();
  }
});
window.addEventListener('pagehide', () => {
  saveAll();
  drafts.forEach((draft) => draft.giveBack(true));
});

export default [];
