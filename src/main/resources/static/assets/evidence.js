// Sends files of evidence in pieces: several at once, resumed where the connection broke. The server says how much it
// has; a piece that did not arrive as a whole is sent again, a shorter one on a bad line.

const LONGEST = 1024 * 1024;
const SHORTEST = 64 * 1024;
const AT_ONCE = 2;
const LONGEST_WAIT_MS = 30000;

class Refused extends Error {}

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text || '';
  return made;
}

function wait(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** The server's word on an upload; null where it could not be reached or asks to wait. */
function ask(method, url, body, type, token, onProgress) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open(method, url);
    call.setRequestHeader('Accept', 'application/json');
    call.setRequestHeader('X-CSRF-TOKEN', token);
    if (type) {
      call.setRequestHeader('Content-Type', type);
    }
    if (onProgress) {
      call.upload.addEventListener('progress', (event) => onProgress(event.loaded));
    }
    call.addEventListener('load', () => {
      let told = {};
      try {
        told = JSON.parse(call.responseText);
      } catch (noAnswerOfOurs) {
        told = {};
      }
      if (call.status === 200) {
        resolve(told);
      } else if (call.status === 429 || call.status === 408 || call.status >= 500) {
        resolve(null);
      } else if (told.problem) {
        reject(new Refused(told.problem));
      } else if (call.status === 404) {
        reject(new Refused('上传已过期（超过24小时），或案件不在您的管辖范围内。请刷新页面后重新选择文件'));
      } else {
        reject(new Refused('登录已过期，或您无权上传。请刷新页面、重新登录后选同一个文件，已传的部分不丢'));
      }
    });
    call.addEventListener('error', () => resolve(null));
    call.addEventListener('timeout', () => resolve(null));
    call.send(body);
  });
}

/** Which upload a file was on before the page was closed. */
const memory = {
  key: (place, item, file, replaces) => ['evidence', place.dataset.evidence, item.dataset.material || '',
    item.dataset.condition || '', replaces || '', file.name, file.size, file.lastModified].join('|'),
  get: (key) => {
    try {
      return localStorage.getItem(key);
    } catch (closed) {
      return null;
    }
  },
  set: (key, id) => {
    try {
      if (id === null) {
        localStorage.removeItem(key);
      } else {
        localStorage.setItem(key, id);
      }
    } catch (closed) {
      // then it begins anew
    }
  }
};

async function begin(place, item, file, replaces, key, line) {
  const { uploads, token } = place.dataset;
  const known = memory.get(key);
  if (known) {
    try {
      const upload = await ask('GET', `${uploads}/${known}`, null, null, token);
      if (upload && !upload.done && !upload.problem) {
        return upload;
      }
    } catch (gone) {
      memory.set(key, null);
    }
  }
  const fields = new URLSearchParams({ name: file.name, size: file.size });
  if (item.dataset.material) {
    fields.set('material', item.dataset.material);
  } else {
    fields.set('condition', item.dataset.condition);
  }
  if (replaces) {
    fields.set('replaces', replaces);
  }
  for (let failures = 0; ; failures += 1) {
    const upload = await ask('POST', uploads, fields.toString(), 'application/x-www-form-urlencoded;charset=UTF-8', token);
    if (upload) {
      memory.set(key, upload.id);
      return upload;
    }
    line.reached(0, '等网络，恢复后上传');
    await wait(Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures));
  }
}

async function send(place, item, file, replaces, line) {
  const key = memory.key(place, item, file, replaces);
  const { uploads, token } = place.dataset;
  let upload = await begin(place, item, file, replaces, key, line);
  let length = LONGEST;
  let failures = 0;
  while (!upload.done && !upload.problem) {
    const from = upload.received;
    const piece = file.slice(from, Math.min(from + length, file.size));
    line.reached(from, '');
    const told = await ask('PUT', `${uploads}/${upload.id}?offset=${from}`, piece, 'application/octet-stream', token,
      (sent) => line.reached(Math.min(from + sent, file.size), ''));
    if (told) {
      upload = told;
      failures = 0;
      length = Math.min(LONGEST, length * 2);
    } else {
      failures += 1;
      length = Math.max(SHORTEST, length / 2);
      line.reached(from, '连接断开，正在等待恢复，恢复后接着传');
      await wait(Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures));
      upload = await ask('GET', `${uploads}/${upload.id}`, null, null, token) || upload;
    }
  }
  memory.set(key, null);
  if (upload.problem) {
    throw new Refused(upload.problem);
  }
}

function lineOf(item, file) {
  const line = element('li', 'evidence-line', '');
  const state = element('span', 'hint', '等待上传');
  const bar = element('progress', '', '');
  bar.max = file.size || 1;
  bar.value = 0;
  bar.setAttribute('aria-label', `${file.name}的上传进度`);
  line.append(element('span', 'evidence-name', file.name), state, bar);
  item.querySelector('.evidence-sending').append(line);
  return {
    reached: (bytes, trouble) => {
      bar.value = bytes;
      state.textContent = trouble || (bytes < file.size ? `上传中 ${Math.floor((100 * bytes) / file.size)}%` : '正在检查和保存');
    },
    done: () => {
      bar.remove();
      state.className = 'outcome outcome-MET';
      state.textContent = '已保存';
    },
    refused: (why) => {
      bar.remove();
      state.className = 'evidence-problem';
      state.setAttribute('role', 'alert');
      state.textContent = `没有保存：${why}`;
    }
  };
}

/**
 * @param place the element with the items
 * @param again shows the section anew, once all is sent
 * @param prepare what becomes of a file before it is sent
 */
export function takeFiles(place, again, prepare = (file) => file) {
  const largest = Number(place.dataset.largest) || Infinity;
  const waiting = [];
  let running = 0;
  let refused = 0;

  function leave(event) {
    event.preventDefault();
  }

  async function next() {
    if (running >= AT_ONCE || waiting.length === 0) {
      if (running === 0 && refused === 0) {
        window.removeEventListener('beforeunload', leave);
        again();
      } else if (running === 0) {
        window.removeEventListener('beforeunload', leave);
      }
      return;
    }
    running += 1;
    const { item, file, replaces, line } = waiting.shift();
    try {
      await send(place, item, await prepare(file), replaces, line);
      line.done();
    } catch (problem) {
      refused += 1;
      line.refused(problem instanceof Refused ? problem.message : '浏览器读不出这个文件，请确认它还在原处后重新选择');
    }
    running -= 1;
    next();
  }

  function take(item, files, replaces) {
    [...files].forEach((file) => {
      const line = lineOf(item, file);
      if (file.size > largest * 1024 * 1024) {
        refused += 1;
        line.refused(`超过${largest} MB。请压缩图片、降低扫描分辨率，或分成几个文件`);
      } else {
        waiting.push({ item, file, replaces, line });
      }
    });
    window.addEventListener('beforeunload', leave);
    for (let i = running; i < AT_ONCE && waiting.length > 0; i += 1) {
      next();
    }
  }

  place.addEventListener('change', (event) => {
    const input = event.target;
    if (input.type === 'file' && input.files.length > 0) {
      take(input.closest('.evidence-item'), input.files, input.closest('[data-replaces]')?.dataset.replaces);
      input.value = '';
    }
  });
  place.querySelectorAll('.evidence-drop').forEach((drop) => {
    const item = drop.closest('.evidence-item');
    item.addEventListener('dragover', (event) => {
      event.preventDefault();
      item.classList.add('evidence-over');
    });
    item.addEventListener('dragleave', () => item.classList.remove('evidence-over'));
    item.addEventListener('drop', (event) => {
      event.preventDefault();
      item.classList.remove('evidence-over');
      take(item, event.dataTransfer.files, null);
    });
  });
}

/** Opens a preview below its file instead of on a page of its own. */
export function showPreviews(place) {
  place.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-preview]');
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const line = link.closest('li');
    const open = line.querySelector('.evidence-preview');
    if (open) {
      open.remove();
      link.textContent = '预览';
      return;
    }
    const frame = document.createElement('iframe');
    frame.className = 'evidence-preview';
    frame.title = link.getAttribute('aria-label');
    frame.src = link.href;
    line.append(frame);
    link.textContent = '收起预览';
  });
}
