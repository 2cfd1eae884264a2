// 批量办理: which fields the form shows is the server's to say; here it is asked again whenever a choice changes.

import { days } from './day.js';

const form = document.querySelector('[data-bulk]');
const boxes = () => [...document.querySelectorAll('input[name=task]')];

function count() {
  const chosen = boxes().filter((box) => box.checked).length;
  form.querySelector('[data-bulk-count]').textContent = `已选${chosen}件`;
  form.querySelector('[data-bulk-all]').checked = chosen > 0 && chosen === boxes().length;
}

async function redraw() {
  const body = new FormData(form);
  body.append('again', 'true');
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(body), headers: { Accept: 'text/html' } });
  if (answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fields = page.querySelector('[data-bulk-fields]');
    if (fields) {
      const focused = document.activeElement && document.activeElement.name;
      const value = document.activeElement && document.activeElement.value;
      form.querySelector('[data-bulk-fields]').replaceWith(fields);
      days(fields);
      const again = [...form.elements].find((field) => field.name === focused && field.value === value);
      if (again) {
        again.focus();
      }
    }
  }
}

if (form) {
  form.querySelector('[data-bulk-again]').remove();
  form.addEventListener('change', (event) => {
    if (event.target.matches('[data-bulk-all]')) {
      boxes().forEach((box) => { box.checked = event.target.checked; });
    }
    if (event.target.closest('[data-bulk-fields]') && event.target.matches('input[type=radio], input[type=checkbox], select')) {
      redraw();
    }
    count();
  });
  form.addEventListener('submit', (event) => {
    // the second click of a double click; the server, too, takes both for one
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'true';
  });
  window.addEventListener('pageshow', () => { delete form.dataset.sent; });
  count();
}

async function follow() {
  const shown = document.querySelector('[data-bulk-result]');
  if (!shown || shown.dataset.running !== 'true') {
    return;
  }
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.querySelector('[data-bulk-result]');
    if (now) {
      shown.replaceWith(now);
    }
  } finally {
    setTimeout(follow, 1000);
  }
}
setTimeout(follow, 500);
