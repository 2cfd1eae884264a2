import { locales } from '../../../../assets/language.js';

export default {
  app: { name: '待办', vendor: '特色产业集群' },
  locales,
  customScripts: [
    '../../../assets/web-app-login',
    '../../../assets/activity',
    '../../../assets/date-words',
    '../../../assets/fixed-words',
    'scripts/case-tab',
    'scripts/form-links',
    'scripts/form-drafts',
    'scripts/form-dates',
    'scripts/form-hidden',
    'scripts/form-refused',
    'scripts/form-messages'
  ],
  dateFormat: { normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm' },
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '认领当前任务' },
    focusFilter: { key: 'ctrl+shift+f', description: '转到第一个筛选' },
    focusList: { key: 'ctrl+alt+l', description: '转到第一个任务' },
    focusForm: { key: 'ctrl+alt+f', description: '转到表单的第一个字段' },
    startProcess: { key: 'ctrl+alt+p', description: '打开发起流程窗口' }
  }
};
