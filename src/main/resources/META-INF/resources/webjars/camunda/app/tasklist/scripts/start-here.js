// 发起 has a page of its own, where clusters are chosen and not typed: Tasklist's button, and a link to one of its start forms,
// lead there. Without this script Tasklist's dialog is what it was.
// Relies on: the button's class start-process-action; the parameter processStart in the address.

const root = new URL('../../../../../', import.meta.url);

function asked() {
  const process = /[?&]processStart=([^&]+)/.exec(window.location.hash);
  if (process) {
    window.location.replace(new URL(`start/${process[1]}`, root));
  }
}

window.addEventListener('click', (event) => {
  if (event.target.closest?.('.start-process-action')) {
    event.preventDefault();
    event.stopImmediatePropagation();
    window.location.assign(new URL('start', root));
  }
}, { capture: true });
window.addEventListener('hashchange', asked);
asked();

export default [];
