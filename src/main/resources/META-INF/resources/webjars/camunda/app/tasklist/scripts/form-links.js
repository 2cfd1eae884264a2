// A link in a form's text loses its target: following it would leave Tasklist, and with it what was entered.
const LINKS = '.fjs-container a[href]:not([target="_blank"])';

function keepForm() {
  document.querySelectorAll(LINKS).forEach((link) => {
    link.target = '_blank';
    link.rel = 'noopener';
  });
}

new MutationObserver(keepForm).observe(document.body, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['href', 'target']
});
keepForm();

export default [];
