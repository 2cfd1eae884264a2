import { locales, named } from '../../../../assets/language.js';

export default {
  app: named('首页'),
  locales,
  customScripts: ['scripts/login']
};
