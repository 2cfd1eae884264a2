// The web apps have a login of their own, which is closed: there is one login, at /login. Signed out, go there; with a
// session that ended, ask the server for the page anew, which leads to the login and back to this place. The address has
// to differ from the present one: the web app changes the fragment again at once, and that would cancel a reload.
const LOGIN = /^#!?\/login/;
const LOGOUT = /\/auth\/user\/[^/]+\/logout$/;

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
let loggingOut = false;
let leaving = false;

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  loggingOut = loggingOut || LOGOUT.test(String(url));
  return open.call(this, method, url, ...rest);
};

function leaveLogin(before) {
  if (leaving || !LOGIN.test(window.location.hash)) {
    return;
  }
  leaving = true;
  const back = LOGIN.test(before) ? '' : before;
  window.location.replace(
    loggingOut ? `${root}/login?loggedOut` : `${window.location.pathname}?signIn=${Date.now()}${back}`
  );
}

window.addEventListener('hashchange', (event) => leaveLogin(new URL(event.oldURL).hash));
leaveLogin('');

export default [];
