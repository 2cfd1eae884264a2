// Scripts ask for lists again and again whether or not anybody is there, so that requests do not tell. This does: once a
// minute at most, that somebody typed, clicked or scrolled. Without it a session ends after half an hour.
const EVERY_MS = 60_000;
const session = new URL('../session', import.meta.url);
let told = -EVERY_MS;

async function tell() {
  const answer = await fetch(session, { headers: { Accept: 'application/json' } });
  if (answer.ok) {
    const { csrfHeader, csrfToken } = await answer.json();
    await fetch(`${session}/activity`, { method: 'POST', headers: { [csrfHeader]: csrfToken } });
  }
}

function somebodyIsThere() {
  if (performance.now() - told >= EVERY_MS) {
    told = performance.now();
    tell().catch(() => {});
  }
}

for (const sign of ['keydown', 'pointerdown', 'touchstart', 'wheel']) {
  window.addEventListener(sign, somebodyIsThere, { capture: true, passive: true });
}

export default [];
