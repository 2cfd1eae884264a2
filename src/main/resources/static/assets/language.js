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

// A web app whose first page is drawn before its texts have come shows their keys (SEARCH_PLACEHOLDER) for good. It takes
// texts from its store at once: put them there before it starts.
const base = document.querySelector('base');
const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
try {
  const texts = await (await fetch(`${folder}${language}.json?bust=${window.bust}`)).json();
  const store = JSON.parse(window.localStorage.getItem('camunda-web') ?? '{}');
  store[`${folder}_locales_data_${language}_${window.bust}`] = JSON.stringify(texts);
  window.localStorage.setItem('camunda-web', JSON.stringify(store));
} catch (unreachable) {
  console.error(unreachable);
}

const TIME_ZONE = new Intl.DateTimeFormat('zh-CN', { timeZoneName: 'long' })
  .formatToParts()
  .find((part) => part.type === 'timeZoneName').value;

function nameTimeZone() {
  const zone = document.querySelector('#footer-timezone i');
  if (zone && language === 'zh-CN' && zone.textContent !== TIME_ZONE) {
    zone.textContent = TIME_ZONE;
  }
}

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

new MutationObserver(() => {
  nameTimeZone();
  offerTheOther();
}).observe(document.documentElement, { childList: true, subtree: true });
