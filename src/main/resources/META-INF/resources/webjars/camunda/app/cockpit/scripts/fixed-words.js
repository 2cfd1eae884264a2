// Words that stand in Cockpit's own templates and in the viewer of decision tables, outside the translation files.
import { language } from '../../../../assets/language.js';

const WORDS = {
  Actions: '操作',
  'Hit policy:': '命中策略：',
  Unique: '唯一',
  First: '首个',
  Any: '任一',
  Priority: '优先级',
  Collect: '收集',
  'Rule order': '规则顺序',
  'Output order': '输出顺序',
  When: '当',
  And: '且',
  Then: '则',
  Annotations: '注释',
  boolean: '布尔',
  string: '字符串',
  integer: '整数',
  long: '长整数',
  double: '数值',
  date: '日期'
};
const PLACES = [
  'thead td.actions',
  '.hit-policy label',
  '.hit-policy .hit-policy-value',
  '.dmn-decision-table-container th .clause',
  '.dmn-decision-table-container th.annotation',
  '.dmn-decision-table-container th .input-variable',
  '.dmn-decision-table-container th .output-variable'
].join(',');

function translate() {
  document.querySelectorAll(PLACES).forEach((element) => {
    const chinese = WORDS[element.textContent.trim()];
    if (chinese && element.firstChild.nodeType === Node.TEXT_NODE) {
      element.firstChild.data = chinese;
    }
  });
}

if (language === 'zh-CN') {
  new MutationObserver(translate).observe(document.body, { childList: true, subtree: true, characterData: true });
}

export default [];
