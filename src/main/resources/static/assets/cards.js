// On a narrow screen a list's rows stand as cards (.cards in app.css): each cell bears the name of its column. Tables that
// compare columns keep them and scroll sideways within; without this script every table does.

const KEPT = '.cards, [data-sortable], [data-sorted], [data-wide], .signatures, .calendar-month';
/** What is narrower fits as it is. */
const FITS = 3;

const roles = (table) => {
  table.setAttribute('role', 'table');
  table.querySelectorAll('thead, tbody').forEach((group) => group.setAttribute('role', 'rowgroup'));
  table.querySelectorAll('tr').forEach((row) => row.setAttribute('role', 'row'));
  table.querySelectorAll('thead th').forEach((head) => head.setAttribute('role', 'columnheader'));
  table.querySelectorAll('tbody th').forEach((head) => head.setAttribute('role', 'rowheader'));
  table.querySelectorAll('tbody td').forEach((cell) => cell.setAttribute('role', 'cell'));
};

export function cards(place) {
  place.querySelectorAll('.table-scroll > table').forEach((table) => {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    if (table.matches(KEPT) || heads.length < FITS || table.tHead.rows.length > 1 || heads.some((head) => head.colSpan > 1)) {
      return;
    }
    // a display of its own takes a table's meaning away: it is said again
    roles(table);
    table.classList.add('cards');
    [...table.tBodies].flatMap((body) => [...body.rows]).forEach((row) => {
      if (row.cells.length === heads.length) {
        [...row.cells].slice(1).forEach((cell, i) => cell.dataset.l = heads[i + 1].textContent.trim());
        row.cells[0].classList.add('card-head');
      }
    });
  });
}

cards(document);

export default [];
