export default {
  app: { name: '运行监控', vendor: '特色产业集群' },
  customScripts: ['scripts/login']
};
