// form-js speaks English only and offers no hook. What it says itself is put into Chinese as it appears; labels,
// descriptions, options and texts are the form's own and stay as they are.
import { language } from '../../../../assets/language.js';

const WORDS = [
  ['Field is required.', '此项必填。'],
  ['Field must match pattern {}.', '格式不符，请按说明填写。'],
  ['Field must have minimum value of {}.', '不得小于 {}。'],
  ['Field must have maximum value of {}.', '不得大于 {}。'],
  ['Field must have minimum length of {}.', '至少填写 {} 个字符。'],
  ['Field must have maximum length of {}.', '最多填写 {} 个字符。'],
  ['Field must be a valid email.', '请填写有效的电子邮箱地址。'],
  [
    'Field must be a valid  international phone number. (e.g. +4930664040900)',
    '请填写带国家代码的电话号码，例如 +8613800000000。'
  ],
  ['Value is not a number.', '请填写数字。'],
  ['Value is expected to be an integer.', '请填写整数。'],
  ['Value is expected to have at most {} decimal digit.', '最多填写 {} 位小数。'],
  ['Value is expected to have at most {} decimal digits.', '最多填写 {} 位小数。'],
  [
    'Please select a valid value, the two nearest valid values are {} and {}.',
    '该值无效，最接近的有效值为 {} 和 {}。'
  ],
  ['Date and time must both be entered.', '日期和时间都要填写。'],
  ['Select', '请选择'],
  ['Search', '搜索'],
  ['Skip to search', '跳到搜索'],
  ['No results', '没有符合的选项'],
  ['All values selected', '已全部选中'],
  ['Nothing to show.', '没有数据。'],
  ['of', '/'],
  ['Previous page', '上一页'],
  ['Next page', '下一页'],
  ['Click to sort by {} ascending', '点击按“{}”升序排列'],
  ['Click to sort by {} descending', '点击按“{}”降序排列'],
  ['Click to remove sorting', '点击取消排序'],
  ['Add new', '添加一项'],
  ['Remove list item {}', '删除第 {} 项'],
  ['Expand all ({})', '全部展开（{}）'],
  ['Collapse', '收起'],
  ['Remove tag', '移除'],
  ['Increment', '增加'],
  ['Decrement', '减少'],
  ['No content to show.', '没有可显示的内容。'],
  ["External content couldn't be loaded.", '无法加载外部内容。'],
  ['{} AM', '上午 {}'],
  ['{} PM', '下午 {}'],
  ['hh:mm', '时:分'],
  ['hh:mm ?m', '时:分'],
  ['mm/dd/yyyy', '月/日/年'],
  ['dd/mm/yyyy', '日/月/年'],
  ['yyyy/mm/dd', '年/月/日'],
  ['Year', '年'],
  ['Month', '月'],
  ['January', '一月'],
  ['February', '二月'],
  ['March', '三月'],
  ['April', '四月'],
  ['May', '五月'],
  ['June', '六月'],
  ['July', '七月'],
  ['August', '八月'],
  ['September', '九月'],
  ['October', '十月'],
  ['November', '十一月'],
  ['December', '十二月'],
  ['January {}, {}', '{1}年1月{0}日'],
  ['February {}, {}', '{1}年2月{0}日'],
  ['March {}, {}', '{1}年3月{0}日'],
  ['April {}, {}', '{1}年4月{0}日'],
  ['May {}, {}', '{1}年5月{0}日'],
  ['June {}, {}', '{1}年6月{0}日'],
  ['July {}, {}', '{1}年7月{0}日'],
  ['August {}, {}', '{1}年8月{0}日'],
  ['September {}, {}', '{1}年9月{0}日'],
  ['October {}, {}', '{1}年10月{0}日'],
  ['November {}, {}', '{1}年11月{0}日'],
  ['December {}, {}', '{1}年12月{0}日'],
  ['Sun', '日'],
  ['Mon', '一'],
  ['Tue', '二'],
  ['Wed', '三'],
  ['Thu', '四'],
  ['Fri', '五'],
  ['Sat', '六']
];

const FORM = '.fjs-container';
const TEXTS = [
  '.fjs-form-field-error li',
  '.fjs-select-placeholder',
  '.fjs-skip-link',
  '.fjs-dropdownlist-empty',
  '.fjs-table-empty',
  '.fjs-table-body .fjs-table-td[colspan]',
  '.fjs-table-nav-label',
  '.fjs-repeat-render-add',
  '.fjs-repeat-render-collapse',
  '.fjs-iframe-placeholder-text',
  '.fjs-timepicker .fjs-dropdownlist-item',
  '.flatpickr-weekday',
  '.flatpickr-monthDropdown-month',
  '.flatpickr-current-month .cur-month'
].join(',');
const ATTRIBUTES = {
  placeholder: '.fjs-input, .fjs-taglist-input',
  title: '.fjs-taglist-tag-remove',
  'aria-label': [
    '.fjs-number-arrow-container button',
    '.fjs-table-th',
    '.fjs-table-nav-button',
    '.fjs-repeat-row-remove',
    '.flatpickr-calendar [aria-label]'
  ].join(',')
};

const PATTERNS = WORDS.map(([english, chinese]) => [
  new RegExp(`^${english.replace(/[.*+?^$()[\]\\|]/g, '\\$&').replaceAll('{}', '(.+)')}$`, 's'),
  chinese
]);

export function translated(text) {
  for (const [pattern, chinese] of PATTERNS) {
    const match = pattern.exec(text.trim());
    if (match) {
      let next = 1;
      return chinese.replace(/\{(\d?)\}/g, (_, place) => match[place ? Number(place) + 1 : next++]);
    }
  }
  return null;
}

function translateText(node) {
  const chinese = node.parentElement?.closest(TEXTS) && translated(node.data);
  if (chinese) {
    const [, before, after] = /^(\s*).*?(\s*)$/s.exec(node.data);
    node.data = before + chinese + after;
  }
}

function translateAttributes(element) {
  for (const [name, where] of Object.entries(ATTRIBUTES)) {
    const chinese = element.matches(where) && element.hasAttribute(name) && translated(element.getAttribute(name));
    if (chinese) {
      element.setAttribute(name, chinese);
    }
  }
}

function translateWithin(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  if (!element?.closest(FORM) && !element?.querySelector(FORM)) {
    return;
  }
  if (node.nodeType === Node.TEXT_NODE) {
    translateText(node);
    return;
  }
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let found = node; found; found = walker.nextNode()) {
    if (found.nodeType === Node.TEXT_NODE) {
      translateText(found);
    } else if (found.closest(FORM)) {
      translateAttributes(found);
    }
  }
}

if (language === 'zh-CN') {
  // form-js writes dates in the order of the browser's language, which it asks for by the name "default"
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (Format, [name, options]) => new Format(name === 'default' ? 'zh-CN' : name, options)
  });
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'childList') {
        change.addedNodes.forEach((node) => node.isConnected && translateWithin(node));
      } else if (change.type === 'attributes') {
        if (change.target.closest(FORM)) {
          translateAttributes(change.target);
        }
      } else if (change.target.isConnected) {
        translateWithin(change.target);
      }
    }
  }).observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: Object.keys(ATTRIBUTES)
  });
}

export default [];
