// Our header in Camunda's web apps: drawn by our server, put before everything else of the page; the web app's own is
// hidden or stands below as its menu (styles/user-styles.css of each). Relies on nothing but <base app-root app-name>.
import './menu.js';

const base = document.querySelector('base');
const root = base.getAttribute('app-root').replace(/\/camunda$/, '');

/** What one comes for, the first that is there: the open task, what followed 完成, the web app's own page. */
const PLACES = ['.sc-strip', '.sc-done', '.no-task', '.ctn-main', '.page-wrap', '#main'];

/** A link to it before the header, as on our pages. Its address is not the web app's, which keeps its own place in it. */
function skipLink() {
  const link = document.createElement('a');
  link.className = 'skip-link';
  link.href = '#main';
  link.textContent = '跳到正文';
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const place = PLACES.map((selector) => document.querySelector(selector)).find((found) => found?.checkVisibility());
    if (place) {
      place.tabIndex = -1;
      place.focus();
    }
  });
  return link;
}

/** Before AngularJS looks at the page or after: it leaves alone what is not bindable (layout.html). */
async function header() {
  const answer = await fetch(`${root}/header?app=${base.getAttribute('app-name')}`, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const bar = answer.ok && page.querySelector('.site-header');
  if (bar) {
    document.body.prepend(skipLink(), document.adoptNode(bar));
    const measure = () => document.documentElement.style.setProperty('--frame', `${bar.offsetHeight}px`);
    new ResizeObserver(measure).observe(bar);
    measure();
  }
}

header().catch((unreachable) => console.warn('No header', unreachable));

export default [];
