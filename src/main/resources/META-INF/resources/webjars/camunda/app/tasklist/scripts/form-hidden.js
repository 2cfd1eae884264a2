// A field that was refused and is hidden afterwards keeps its error in form-js, and Tasklist keeps its button disabled for
// an error that nobody sees. What is not drawn has no error; the server checks the same fields as are drawn.

import { eachForm } from './form-in.js';

/** A field that is only drawn anew is missing for a moment. */
const DRAWN_AGAIN_MS = 100;

function forgetHidden(form) {
  const shown = new Set(form.get('formFieldInstanceRegistry').getAllKeyed().map(({ id }) => id));
  const { errors } = form._getState();
  const kept = Object.fromEntries(Object.entries(errors).filter(([id]) => shown.has(id)));
  if (Object.keys(kept).length < Object.keys(errors).length) {
    form._setState({ errors: kept });
  }
}

function watch(form) {
  let timer = null;
  form.on('formFieldInstanceRegistry.changed', () => {
    clearTimeout(timer);
    timer = setTimeout(() => forgetHidden(form), DRAWN_AGAIN_MS);
  });
}

eachForm(watch);

export default [];
