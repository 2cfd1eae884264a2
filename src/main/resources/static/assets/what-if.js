// 试算: how far it is, asked once a second; the page anew when it is over. Without a script there is a link.
const POLL_MS = 1000;

async function follow(running) {
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.querySelector('[data-what-if]');
      if (!now) {
        location.replace(location.pathname);
        return;
      }
      const text = running.querySelector('[data-what-if-text]');
      const told = now.querySelector('[data-what-if-text]').textContent;
      if (text.textContent !== told) {
        text.textContent = told;
      }
      running.querySelector('progress').value = now.querySelector('progress').value;
    }
  } catch (unreachable) {
    running.querySelector('[data-what-if-text]').textContent = '暂时没有连上服务器，试算仍在系统中进行，正在重新连接……';
  }
  setTimeout(() => follow(running), POLL_MS);
}

const running = document.querySelector('[data-what-if]');
if (running) {
  setTimeout(() => follow(running), POLL_MS);
}
