import { locales, named } from '../../../../assets/language.js';

export default {
  app: named('运行监控'),
  locales,
  customScripts: ['scripts/login']
};
