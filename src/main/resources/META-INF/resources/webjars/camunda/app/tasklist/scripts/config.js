import { locales } from '../../../../assets/language.js';

export default {
  app: { name: '待办', vendor: '特色产业集群' },
  locales,
  customScripts: [
    '../../../assets/web-app-login',
    '../../../assets/frame',
    '../../../assets/activity',
    '../../../assets/date-words',
    '../../../assets/fixed-words',
    'scripts/strip',
    'scripts/claim',
    'scripts/case-tab',
    'scripts/start-here',
    'scripts/form-links',
    'scripts/form-drafts',
    'scripts/form-dates',
    'scripts/form-hidden',
    'scripts/form-refused',
    'scripts/form-parts',
    'scripts/form-messages'
  ],
  dateFormat: { normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm' }
};
