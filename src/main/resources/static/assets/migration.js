// 在办案件的迁移: both diagrams at once, and how far it has come.

import { draw } from './diagram.js';

document.querySelectorAll('.both [data-diagram]').forEach(draw);

async function follow() {
  const shown = document.querySelector('[data-migration]');
  if (!shown || shown.dataset.running !== 'true') {
    return;
  }
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.querySelector('[data-migration]');
    if (now && now.dataset.running === 'true') {
      shown.replaceWith(now);
    } else {
      location.reload();
    }
  } finally {
    setTimeout(follow, 2000);
  }
}
setTimeout(follow, 1000);
