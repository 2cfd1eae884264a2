// The web apps are in Chinese, whatever language the browser prefers. ?lang=en in the address
// chooses English, for whoever compares with Camunda's manual; it is remembered in this browser, and ?lang=zh-CN goes back.
const KEY = 'smecluster.language';

const asked = new URLSearchParams(window.location.search).get('lang');
if (asked) {
  window.localStorage.setItem(KEY, asked);
}
export const language = window.localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
export const locales = { availableLocales: [language], fallbackLocale: language };

document.documentElement.lang = language;

// A web app whose first page is drawn before its texts have come shows their keys (SEARCH_PLACEHOLDER) for good. It takes
// texts from its store at once: put them there before it starts. A page of ours has none to wait for.
const base = document.querySelector('base');
if (base) {
  const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
  try {
    const texts = await (await fetch(`${folder}${language}.json?bust=${window.bust}`)).json();
    const store = JSON.parse(window.localStorage.getItem('camunda-web') ?? '{}');
    store[`${folder}_locales_data_${language}_${window.bust}`] = JSON.stringify(texts);
    window.localStorage.setItem('camunda-web', JSON.stringify(store));
  } catch (unreachable) {
    console.error(unreachable);
  }
}
