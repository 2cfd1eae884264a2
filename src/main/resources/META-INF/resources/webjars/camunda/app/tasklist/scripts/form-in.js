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
