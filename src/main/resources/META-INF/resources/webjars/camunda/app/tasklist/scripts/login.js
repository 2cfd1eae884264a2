// The web apps have a login of their own, which is closed: there is one login, at /login. Signed out, go there; with a
// session that ended, load the page anew, so that the server leads to the login and back to this place.
const LOGIN = /^#!?\/login/;
const LOGOUT = /\/auth\/user\/[^/]+\/logout$/;

let loggingOut = false;
const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  loggingOut = loggingOut || LOGOUT.test(String(url));
  return open.call(this, method, url, ...rest);
};

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

function leave(hash) {
  if (loggingOut) {
    window.location.replace(`${root}/login?loggedOut`);
    return;
  }
  window.history.replaceState(null, '', window.location.pathname + hash);
  window.location.reload();
}

window.addEventListener('hashchange', (event) => {
  if (LOGIN.test(window.location.hash)) {
    const before = new URL(event.oldURL).hash;
    leave(LOGIN.test(before) ? '' : before);
  }
});

if (LOGIN.test(window.location.hash)) {
  leave('');
}

export default [];
