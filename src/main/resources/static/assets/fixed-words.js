// Words that stand in the web apps' own templates, outside the translation files.
import { language } from './language.js';

const WORDS = {
  'zoom in': '放大',
  'zoom out': '缩小',
  'reset zoom': '原始大小',
  Jonny: '',
  Prosciutto: '',
  'j.prosciutto@acme.org': ''
};
const ATTRIBUTES = ['title', 'placeholder'];
const PLACES = ATTRIBUTES.flatMap((name) => Object.keys(WORDS).map((word) => `[${name}="${word}"]`)).join(',');

// what a list of tasks can be searched by: the label of a variable, without its name
const NAMED_VARIABLES = '.dropdown-menu a[title], cam-widget-inline-field, .search-container span';
const WITH_NAME = /^(\s*\p{Script=Han}+) \(task[A-Za-z]+\)(\s*)$/u;

function translate() {
  document.querySelectorAll(PLACES).forEach((element) => {
    ATTRIBUTES.filter((name) => element.getAttribute(name) in WORDS).forEach((name) =>
      element.setAttribute(name, WORDS[element.getAttribute(name)])
    );
  });
  document.querySelectorAll(NAMED_VARIABLES).forEach((element) => {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && WITH_NAME.test(node.data)) {
        node.data = node.data.replace(WITH_NAME, '$1$2');
      }
    }
    if (WITH_NAME.test(element.title)) {
      element.title = element.title.replace(WITH_NAME, '$1$2');
    }
  });
}

if (language === 'zh-CN') {
  new MutationObserver(translate).observe(document.body, { childList: true, subtree: true, characterData: true });
}

export default [];
