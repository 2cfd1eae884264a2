import { language } from './language.js';

// Date pickers take their words from AngularJS, which the translation files do not reach.
const MONTHS = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
const DAYS = ['日', '一', '二', '三', '四', '五', '六'];

if (language === 'zh-CN') {
  window.angular.module('ngLocale').run([
    '$locale',
    '$injector',
    ($locale, $injector) => {
      Object.assign($locale.DATETIME_FORMATS, {
        MONTH: MONTHS,
        STANDALONEMONTH: MONTHS,
        SHORTMONTH: MONTHS,
        DAY: DAYS.map((day) => `星期${day}`),
        SHORTDAY: DAYS,
        AMPMS: ['上午', '下午']
      });
      const words = {
        uibDatepickerConfig: { formatDayTitle: 'yyyy年M月', formatMonthTitle: 'yyyy年' },
        uibDatepickerPopupConfig: { currentText: '今天', clearText: '清除', closeText: '关闭' }
      };
      Object.keys(words)
        .filter((config) => $injector.has(config))
        .forEach((config) => Object.assign($injector.get(config), words[config]));
    }
  ]);
}

export default [];
