// The behaviour of the server's case pages: inside Tasklist's tab everything is loaded in place; on a page of its own
// only uploads are, for their progress. Without scripts the same links and forms work as plain pages.
import { cards } from './cards.js';

const SLOW_MS = 300;
const POLL_MS = 1000;
const LARGEST_FILE = 50 * 1024 * 1024;
const TOO_LARGE = '文件超过50 MB，没有上传。请删去工作簿中的图片后重试。';
const UNREACHABLE = '没有连上服务器，您的操作没有完成。请检查网络后重试。';

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text || '';
  return made;
}

function request(method, url, body, token, onProgress) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open(method, url);
    call.setRequestHeader('Accept', 'text/html');
    call.setRequestHeader('X-Fragment', 'true');
    if (token) {
      call.setRequestHeader('X-CSRF-TOKEN', token);
    }
    if (onProgress) {
      call.upload.addEventListener('progress', onProgress);
    }
    call.addEventListener('load', () => resolve(call));
    call.addEventListener('error', () => reject(new Error(UNREACHABLE)));
    call.send(body);
  });
}

/** The case file of an answer; a sentence where the answer is something else. */
function fileOf(call) {
  const page = new DOMParser().parseFromString(call.responseText, 'text/html');
  const file = page.querySelector('.case-file');
  if (file) {
    return file;
  }
  if (call.status === 401 || call.status === 403 || page.querySelector('#login-form')) {
    throw new Error('登录已过期，或您无权进行这项操作。请刷新页面，必要时重新登录。');
  }
  if (call.status === 404) {
    throw new Error('没有找到这一案件，或者它不在您的管辖范围内。');
  }
  if (call.status === 413) {
    throw new Error(TOO_LARGE);
  }
  throw new Error('系统没能完成这项操作，什么都没有改变。请稍后重试；仍不成功的，请联系系统管理员。');
}

function numberOrText(cell) {
  const value = cell.dataset.value === undefined ? cell.textContent.trim() : cell.dataset.value;
  return value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
}

function compareCells(a, b) {
  if (typeof a === 'number' && typeof b === 'number') {
    return a - b;
  }
  if (typeof a !== typeof b) {
    return typeof a === 'number' ? -1 : 1;
  }
  return a.localeCompare(b, 'zh-CN');
}

function makeSortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (head.dataset.unsorted !== undefined) {
      return;
    }
    const button = element('button', 'sort-button', head.textContent);
    button.type = 'button';
    button.title = `按“${head.textContent}”排序`;
    button.addEventListener('click', () => {
      const descending = head.getAttribute('aria-sort') === 'ascending';
      heads.forEach((other) => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      const rows = [...table.tBodies[0].rows];
      rows.sort((a, b) => compareCells(numberOrText(a.cells[column]), numberOrText(b.cells[column])));
      table.tBodies[0].append(...(descending ? rows.reverse() : rows));
    });
    head.replaceChildren(button);
  });
}

const itemOf = (element) => element?.closest('[data-material], [data-condition]');

/** The item of the same material or condition in what is drawn anew. */
function sameItem(file, item) {
  const name = item && (item.dataset.material ? 'material' : 'condition');
  return item && file.querySelector(`[data-${name}="${CSS.escape(item.dataset[name])}"]`);
}

/**
 * @param host the element that holds `.case-file`, or will hold it
 * @param inPlace whether links within the file load in place, as in a tab
 */
export function caseFile(host, inPlace) {
  const status = element('div', 'case-status', '');
  status.setAttribute('role', 'status');
  let latest = 0;

  function say(text, className) {
    status.className = `case-status ${className}`;
    status.textContent = text;
    host.prepend(status);
  }

  function show(file, focus) {
    const old = host.querySelector('.case-file');
    const active = host.getRootNode().activeElement;
    const item = old?.contains(active) ? itemOf(active) : null;
    status.remove();
    if (old) {
      old.replaceWith(file);
    } else {
      host.append(file);
    }
    prepare(file);
    // who works through the materials goes on where she was; what went wrong comes first
    const target = (!file.querySelector('.message-error') && sameItem(file, item))
      || (focus && (file.querySelector('.message[role]') || file.querySelector('h2')));
    if (target) {
      target.tabIndex = -1;
      target.focus({ preventScroll: !inPlace });
    }
  }

  /** Asks how far the check of an upload is, until it is over; then shows what came of it. */
  async function follow(running) {
    const text = running.querySelector('[data-upload-text]');
    const bar = running.querySelector('progress');
    let again = running.isConnected;
    try {
      const answer = await fetch(running.dataset.uploadProgress, { headers: { Accept: 'application/json' } });
      if (!answer.ok || answer.redirected) {
        throw new Error();
      }
      const now = await answer.json();
      if (text.textContent !== now.text) {
        text.textContent = now.text;
      }
      bar.value = now.percent;
      if (!now.running && running.isConnected) {
        again = false;
        load('GET', running.dataset.uploadDone, null, null, true);
      }
    } catch (unreachable) {
      text.textContent = '暂时没有连上服务器，检查仍在系统中进行，正在重新连接……';
    }
    if (again) {
      setTimeout(() => follow(running), POLL_MS);
    }
  }

  function prepare(file) {
    if (file.querySelector('[data-day]')) {
      import('./day.js').then(({ days }) => days(file));
    }
    cards(file);
    file.querySelectorAll('[data-diagram]').forEach((place) => {
      import('./diagram.js').then(({ draw }) => draw(place));
    });
    const running = file.querySelector('[data-upload-progress]');
    if (running) {
      setTimeout(() => follow(running), POLL_MS);
    }
    file.querySelectorAll('.evidence').forEach((place) => {
      import('./evidence.js').then(({ takeFiles, showPreviews }) => {
        showPreviews(place);
        if (place.dataset.evidence) {
          takeFiles(place, () => load('GET', place.dataset.again, null, null, false));
        }
      });
    });
    file.querySelectorAll('table[data-sortable]').forEach(makeSortable);
    if (inPlace) {
      file.querySelectorAll('a[href]:not([data-inline])').forEach((link) => {
        link.target = '_blank';
        link.rel = 'noopener';
      });
    }
  }

  async function load(method, url, body, token, focus) {
    const mine = ++latest;
    const slow = setTimeout(() => say('正在载入，请稍候……', 'case-busy'), SLOW_MS);
    const onProgress = body && [...body.values()].some((value) => value instanceof File)
      ? (event) => {
        if (event.lengthComputable) {
          const percent = Math.round((100 * event.loaded) / event.total);
          clearTimeout(slow);
          say(percent < 100 ? `正在上传：${percent}%` : '已上传，正在保存文件……', 'case-busy');
          const bar = element('progress', '', '');
          bar.max = 100;
          bar.value = percent;
          bar.setAttribute('aria-label', '上传进度');
          status.append(bar);
        }
      }
      : null;
    host.setAttribute('aria-busy', 'true');
    try {
      const file = fileOf(await request(method, url, body, token, onProgress));
      if (mine === latest) {
        show(file, focus);
      }
    } catch (problem) {
      if (mine === latest) {
        say(problem.message, 'message message-error');
      }
    } finally {
      clearTimeout(slow);
      if (mine === latest) {
        host.removeAttribute('aria-busy');
      }
    }
  }

  host.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-inline]');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (link && inPlace && plain) {
      event.preventDefault();
      load('GET', link.href, null, null, true);
    }
  });

  host.addEventListener('submit', (event) => {
    const form = event.target;
    const upload = form.enctype === 'multipart/form-data';
    if (!inPlace && !upload) {
      return;
    }
    event.preventDefault();
    const fields = new FormData(form, event.submitter);
    if (form.method === 'get') {
      const url = new URL(form.action);
      url.search = new URLSearchParams(fields).toString();
      load('GET', url.href, null, null, true);
      return;
    }
    if ([...fields.values()].some((value) => value instanceof File && value.size > LARGEST_FILE)) {
      say(TOO_LARGE, 'message message-error');
      return;
    }
    const token = fields.get('_csrf');
    load('POST', form.action, upload ? fields : new URLSearchParams(fields), token, true);
  });

  return { load: (url) => load('GET', url, null, null, false), prepare };
}

const page = document.querySelector('[data-case-page]');
if (page) {
  caseFile(page, false).prepare(page);
}
