// The header's menus: one open at a time, closed by a click elsewhere and by Escape. Without this they open and close by
// their own click.
const MENU = '.site-menu[open]';

document.addEventListener('click', ({ target }) => {
  document.querySelectorAll(MENU).forEach((menu) => menu.contains(target) || menu.removeAttribute('open'));
});
document.addEventListener('keydown', ({ key }) => {
  const menu = key === 'Escape' && document.querySelector(MENU);
  if (menu) {
    menu.removeAttribute('open');
    menu.querySelector('summary').focus();
  }
});

export default [];
