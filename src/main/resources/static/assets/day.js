// A day as people type it, read as calendar.TypedDay does on the server: never by the browser, for which 2027/2/30 is 2 March
// and whose zone may be a day behind.
const FORMS = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$|^(\d{4})(\d{2})(\d{2})$|^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const FIRST_YEAR = 1900;

/** @returns {string | null} 2027-03-01; null where the text is no day */
export function readDay(text) {
  const match = FORMS.exec(text.normalize('NFKC').replace(/\p{Cf}/gu, '').trim());
  if (!match) {
    return null;
  }
  const [year, month, day] = [match[1] || match[5] || match[8], match[3] || match[6] || match[9], match[4] || match[7] || match[10]];
  const found = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return Number(year) >= FIRST_YEAR && found.getUTCMonth() === Number(month) - 1 && found.getUTCDate() === Number(day)
    ? found.toISOString().slice(0, 10)
    : null;
}

export function noDay(text) {
  return `“${text}”不是有效的日期，请按年-月-日填写，例如 2026-06-30。`;
}

function check(input) {
  const text = input.value.trim();
  const day = readDay(text);
  input.setCustomValidity(text && !day ? noDay(text) : '');
  if (day) {
    input.value = day;
  } else if (text) {
    input.reportValidity();
  }
}

function offerCalendar(input) {
  const place = document.createElement('span');
  place.className = 'day';
  input.replaceWith(place);
  const calendar = document.createElement('input');
  calendar.type = 'date';
  calendar.className = 'day-calendar';
  calendar.tabIndex = -1;
  calendar.setAttribute('aria-hidden', 'true');
  calendar.addEventListener('change', () => {
    input.value = calendar.value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-secondary day-button';
  button.textContent = '日历';
  button.addEventListener('click', () => {
    calendar.value = readDay(input.value) || '';
    calendar.showPicker();
  });
  place.append(input, button, calendar);
}

/** The fields for a day within a page: one reading, and the browser's calendar for who would rather choose. */
export function days(page) {
  page.querySelectorAll('input[data-day]:not(.day > *)').forEach((input) => {
    input.placeholder = '年-月-日，如 2026-06-30';
    input.autocomplete = 'off';
    input.addEventListener('input', () => input.setCustomValidity(''));
    input.addEventListener('change', () => check(input));
    offerCalendar(input);
  });
}

days(document);
