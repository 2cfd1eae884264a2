// What people type in a form's date field is read before form-js' calendar (flatpickr) does, which turns 20270301 into
// 2029-06-01 and 2027/2/30 into 2 March without a word. What is no day is refused at the field and holds the form back.
// Relies on: the element of a date field bears its calendar as `_flatpickr`; of it setDate, clear, formatDate, selectedDates,
// config.onValueUpdate.

import { noDay, readDay } from '../../../../assets/day.js';

const INPUT = '.fjs-datepicker input';
const DONE = '.form-actions .btn-primary, .modal-footer .btn-primary';

/** form-js empties a field that holds no day a moment after it has been told of it. */
const EMPTIED_MS = 150;

const refused = new Map();

// form-js takes the day that it holds for midnight in Greenwich: west of it that is the day before
const parse = Date.parse;
Date.parse = (text) => parse.call(Date, /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text);

function forget(input) {
  const note = refused.get(input)?.note;
  if (note) {
    note.remove();
    refused.delete(input);
    input.removeAttribute('aria-invalid');
  }
}

function refuse(input, text, why) {
  forget(input);
  const note = document.createElement('div');
  note.className = 'fjs-form-field-error form-date-refused';
  note.setAttribute('role', 'alert');
  note.lang = 'zh-CN';
  note.textContent = why;
  const refusal = { note, emptied: false };
  refused.set(input, refusal);
  input.setAttribute('aria-invalid', 'true');
  input.closest('.fjs-datetime-subsection').append(note);
  // what was typed stays, to be mended; the form itself holds nothing
  setTimeout(() => {
    refusal.emptied = true;
    if (refused.get(input) === refusal && !input.value && document.activeElement !== input) {
      input.value = text;
    }
  }, EMPTIED_MS);
}

function shown({ selectedDates, config, formatDate }) {
  return selectedDates.length ? formatDate(selectedDates[0], config.dateFormat) : '';
}

function settle(input) {
  const calendar = input._flatpickr;
  const text = input.value.trim();
  if (!text || text === shown(calendar)) {
    // not where it is empty because it has just been refused
    if (text || refused.get(input)?.emptied) {
      forget(input);
    }
    return;
  }
  const day = readDay(text);
  if (day) {
    calendar.setDate(day, true, 'Y-m-d');
  }
  if (day && calendar.selectedDates.length) {
    forget(input);
  } else {
    refuse(input, text, day ? `这里不能填${day}，请改填表单允许的日期。` : noDay(text));
    calendar.clear();
  }
}

function fields() {
  return [...document.querySelectorAll(INPUT)].filter((input) => input._flatpickr);
}

function settleAllBut(target) {
  fields()
    .filter((input) => input !== target && !input._flatpickr.calendarContainer.contains(target))
    .forEach(settle);
}

function chosen(input) {
  const { config } = input._flatpickr;
  if (!input.dataset.watched) {
    input.dataset.watched = 'true';
    config.onValueUpdate.push((days) => days.length && forget(input));
  }
}

// on the window, so that it is before flatpickr and form-js, who listen further in
const early = { capture: true };
for (const leaving of ['mousedown', 'touchstart', 'focus']) {
  window.addEventListener(leaving, ({ target }) => settleAllBut(target), early);
}
window.addEventListener('blur', ({ target }) => target.matches?.(INPUT) && target._flatpickr && settle(target), early);
window.addEventListener('keydown', ({ target, key }) => {
  if (['Enter', 'ArrowDown', 'Escape'].includes(key) && target.matches?.(INPUT) && target._flatpickr) {
    settle(target);
  }
}, early);
window.addEventListener('input', ({ target }) => target.matches?.(INPUT) && target._flatpickr && chosen(target), early);

function holdBack(event) {
  [...refused.keys()].filter((input) => !input.isConnected).forEach(forget);
  const within = event.target.closest('.modal-content') || document;
  const first = fields().find((input) => refused.has(input) && within.contains(input));
  if (first) {
    event.preventDefault();
    event.stopImmediatePropagation();
    first.scrollIntoView({ block: 'center' });
    first.focus({ preventScroll: true });
    first._flatpickr.close();
    window.dispatchEvent(new Event('form-held'));
  }
}
window.addEventListener('click', (event) => event.target.closest?.(DONE) && holdBack(event), early);
window.addEventListener('submit', holdBack, early);

export default [];
