import { locales } from '../../../../assets/language.js';

export default {
  app: { name: '运行监控', vendor: '特色产业集群' },
  locales,
  customScripts: ['../../../assets/web-app-login', '../../../assets/frame', '../../../assets/activity', '../../../assets/date-words', 'scripts/fixed-words', 'scripts/cases/plugin']
};
