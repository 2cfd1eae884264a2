// Diagrams that stay folded until somebody asks for them.

import { draw } from './diagram.js';

document.querySelectorAll('details.drawn').forEach((folded) => folded.addEventListener('toggle', () => {
  const place = folded.querySelector('[data-diagram]');
  if (folded.open && !place.childElementCount) {
    draw(place);
  }
}));
