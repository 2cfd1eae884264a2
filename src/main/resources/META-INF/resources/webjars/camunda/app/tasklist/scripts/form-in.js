/** form-js hands its services down to what it draws; preact keeps what was drawn with the element. */
export function formIn(container) {
  const drawn = container.__k ? [container.__k] : [];
  while (drawn.length) {
    const node = drawn.pop();
    const value = node.props && node.props.value;
    if (value && typeof value.getService === 'function') {
      const form = value.getService('form', false);
      if (form && typeof form._getSubmitData === 'function') {
        return form;
      }
    }
    if (Array.isArray(node.__k)) {
      drawn.push(...node.__k.filter(Boolean));
    }
  }
  return null;
}

/** Calls back once for each form that appears, with its container. */
export function eachForm(callback) {
  const seen = new WeakSet();
  new MutationObserver(() => {
    document.querySelectorAll('.fjs-container').forEach((container) => {
      const form = formIn(container);
      if (form && !seen.has(form)) {
        seen.add(form);
        callback(form, container);
      }
    });
  }).observe(document.body, { childList: true, subtree: true });
}
