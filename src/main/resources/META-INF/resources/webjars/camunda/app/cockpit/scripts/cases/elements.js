// Elements without a library: text is always set as text.
import { minute } from './words.js';

/** h('a', { href }, 'text', element, …); a function as attribute is an event's listener, null leaves one out. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  });
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** A table of rows of cells; where there are none, the sentence that says so. */
export function table(heads, rows, empty) {
  if (rows.length === 0) {
    return h('p', { class: 'case-empty' }, empty);
  }
  return h(
    'div',
    { class: 'case-scroll' },
    h(
      'table',
      { class: 'table table-condensed cam-table case-table' },
      h('thead', null, h('tr', null, heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', null, rows.map((row) => (row instanceof Node ? row : h('tr', null, row.map((cell) => h('td', null, cell ?? ''))))))
    )
  );
}

export const when = (instant) => (instant ? h('time', { datetime: instant }, minute(instant)) : '');

export function section(title, ...content) {
  return h('section', { class: 'case-section' }, h('h3', null, title), ...content);
}

export function facts(pairs) {
  return h(
    'dl',
    { class: 'case-facts' },
    pairs.filter(([, value]) => value).map(([name, value]) => [h('dt', null, name), h('dd', null, value)])
  );
}

export const problem = (text) => h('p', { class: 'alert alert-danger', role: 'alert' }, text);

/** Shows what a promise brings in the container, or why it brought nothing. */
export async function show(container, promise, draw) {
  container.replaceChildren(h('p', { class: 'case-empty', 'aria-live': 'polite' }, '…'));
  try {
    const drawn = draw(await promise);
    container.replaceChildren(...[drawn].flat());
  } catch (failure) {
    container.replaceChildren(problem(failure.message));
  }
}
