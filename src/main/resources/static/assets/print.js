// The page is made to be printed; its button opens the browser's dialogue.
document.querySelectorAll('[data-print]').forEach((button) => button.addEventListener('click', () => window.print()));
