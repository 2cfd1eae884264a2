  const rules = module.exports(list);
  const names = Object.keys(rules);
  const config = { rules: Object.fromEntries(names.map((name) => ['sme-cluster/' + name, 'error'])) };
  const resolver = {
    resolveRule(pkg, name) {
      return rules[name];
    },
    resolveConfig(pkg, name) {
      throw new Error('no config ' + name + ' of ' + pkg);
    },
  };
  window.plugins = window.plugins || [];
  window.plugins.push({ plugin: { config, resolver }, type: 'lintRules.bpmn' });
