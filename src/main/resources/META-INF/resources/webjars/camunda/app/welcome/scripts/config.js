import { locales } from '../../../../assets/language.js';

export default {
  app: { name: '首页', vendor: '特色产业集群' },
  locales,
  links: [],
  customScripts: ['../../../assets/web-app-login', '../../../assets/activity', '../../../assets/fixed-words']
};
