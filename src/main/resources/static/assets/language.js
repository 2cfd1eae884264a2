// The web apps are in Chinese, whatever language the browser prefers. ?lang=en in the address, or the link in the footer,
// chooses English; it is remembered in this browser, and ?lang=zh-CN goes back.
const KEY = 'smecluster.language';

const asked = new URLSearchParams(window.location.search).get('lang');
if (asked) {
  window.localStorage.setItem(KEY, asked);
}
export const language = window.localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
export const locales = { availableLocales: [language], fallbackLocale: language };

document.documentElement.lang = language;

function offerTheOther() {
  const version = document.querySelector('[cam-widget-footer] .version');
  if (!version || version.querySelector('.language')) {
    return;
  }
  const address = new URL(window.location.href);
  address.searchParams.set('lang', language === 'en' ? 'zh-CN' : 'en');
  const link = document.createElement('a');
  link.className = 'language';
  link.textContent = language === 'en' ? '中文' : '英文版';
  link.addEventListener('click', (event) => {
    event.preventDefault();
    address.hash = window.location.hash;
    window.location.assign(address);
  });
  link.href = address.href;
  version.append(' / ', link);
}

new MutationObserver(offerTheOther).observe(document.documentElement, { childList: true, subtree: true });
