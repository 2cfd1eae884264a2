// Our header in Camunda's web apps: drawn by our server, put before everything else of the page; the web app's own is
// hidden or stands below as its menu (styles/user-styles.css of each). Relies on nothing but <base app-root app-name>.
import './menu.js';

const base = document.querySelector('base');
const root = base.getAttribute('app-root').replace(/\/camunda$/, '');

/** Before AngularJS looks at the page or after: it leaves alone what is not bindable (layout.html). */
async function header() {
  const answer = await fetch(`${root}/header?app=${base.getAttribute('app-name')}`, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const bar = answer.ok && page.querySelector('.site-header');
  if (bar) {
    document.body.prepend(document.adoptNode(bar));
    const measure = () => document.documentElement.style.setProperty('--frame', `${bar.offsetHeight}px`);
    new ResizeObserver(measure).observe(bar);
    measure();
  }
}

header().catch((unreachable) => console.warn('No header', unreachable));

export default [];
