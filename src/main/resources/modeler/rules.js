// Says in the Modeler what the server would say of a deployment, as far as one file shows it. `list` comes from the server.
module.exports = function (list) {
  const shapes = list.shapes.map((shape) => ({
    says: shape.says,
    fits: shape.pattern === null ? () => true : matcher(shape.pattern),
  }));
  const kinds = new Map(list.kinds.map((kind) => [kind.name, kind]));
  const steps = new Map(list.steps.map((step) => [step.bean, step]));
  // these are elements of their own in the file, and expressions of an element in the Modeler
  const EXPRESSIONS = [
    'conditionExpression', 'condition', 'completionCondition', 'loopCardinality', 'timeDate', 'timeDuration', 'timeCycle',
  ];
  const PLACES = [
    'bpmn:FlowElement', 'bpmn:Process', 'bpmn:Collaboration', 'bpmn:Participant', 'bpmn:Lane', 'bpmn:Artifact', 'bpmn:MessageFlow',
  ];

  function matcher(pattern) {
    // Java's " *+" gives nothing back; here " *" accepts the same
    const whole = new RegExp('^(?:' + pattern.replaceAll(' *+', ' *') + ')$', 'su');
    return (value) => whole.test(value);
  }

  /** Such as bpmn:userTask, camunda:property. */
  function elementName(type) {
    const [prefix, name] = type.split(':');
    return prefix + ':' + name.charAt(0).toLowerCase() + name.slice(1);
  }

  function attributes(node) {
    const prefix = node.$type.split(':')[0];
    const found = new Map();
    for (const property of node.$descriptor.properties) {
      if ((property.isAttr || property.isReference) && Object.prototype.hasOwnProperty.call(node, property.name)) {
        const value = node[property.name];
        if (value !== undefined && value !== null && !Array.isArray(value)) {
          const { prefix: own, localName, name } = property.ns;
          found.set(own === prefix || own === 'bpmn' ? localName : name, value.id || String(value));
        }
      }
    }
    for (const [name, value] of Object.entries(node.$attrs || {})) {
      if (!name.startsWith('xmlns') && !name.startsWith('xsi:')) {
        found.set(name, String(value));
      }
    }
    return found;
  }

  function body(node) {
    const property = node.$descriptor.properties.find((each) => each.isBody);
    return property && typeof node[property.name] === 'string' ? node[property.name].trim() : null;
  }

  function place(node) {
    let at = node;
    while (at && !(at.id && at.$instanceOf && PLACES.some((type) => at.$instanceOf(type)))) {
      at = at.$parent;
    }
    return at ? at.id : node.id;
  }

  function remedy(name) {
    return list.remedies[name] ? '。' + list.remedies[name] : '';
  }

  function extensions(node, type) {
    const all = (node.extensionElements && node.extensionElements.values) || [];
    return all.filter((each) => each.$type === type);
  }

  function property(node, name) {
    return extensions(node, 'camunda:Properties')
      .flatMap((all) => all.values || [])
      .find((each) => each.name === name);
  }

  function process(node) {
    let at = node;
    while (at && at.$type !== 'bpmn:Process') {
      at = at.$parent;
    }
    return at ? at.id : '';
  }

  function bean(expression) {
    return (expression || '').replace(/[$#{}\s]/g, '');
  }

  function judge(node, name, reporter, values, text) {
    const id = place(node);
    const rule = list.elements[name];
    if (!rule) {
      reporter.report(id, '不能使用 <' + name + '>' + remedy(name));
      return;
    }
    values.forEach((value, attribute) => {
      const shape = shapes[rule.attributes[attribute]];
      if (!shape) {
        reporter.report(id, '<' + name + '> 不能有属性 ' + attribute + remedy(attribute));
      } else if (!shape.fits(value)) {
        reporter.report(id, '<' + name + '> 的属性 ' + attribute + ' 写成了“' + value + '”，应当是：' + shape.says);
      }
    });
    rule.needs.filter((needed) => !values.has(needed)).forEach((needed) => reporter.report(id, '<' + name + '> 缺少属性 ' + needed));
    if (text && rule.text !== undefined && !shapes[rule.text].fits(text)) {
      reporter.report(id, '<' + name + '> 写成了“' + text + '”，应当是：' + shapes[rule.text].says);
    }
  }

  function allowed() {
    return {
      check(node, reporter) {
        const [prefix] = node.$type.split(':');
        const expression = node.$parent && EXPRESSIONS.some((name) => node.$parent[name] === node);
        if (!['bpmn', 'camunda'].includes(prefix) || node.$type === 'bpmn:Definitions' || expression) {
          return;
        }
        judge(node, elementName(node.$type), reporter, attributes(node), body(node));
        EXPRESSIONS.filter((name) => node[name] && node[name].$type).forEach((name) =>
          judge(node, 'bpmn:' + name, reporter, new Map(), node[name].body && node[name].body.trim()));
        if (node.$type === 'camunda:Property' && list.properties[node.name] !== undefined) {
          const shape = shapes[list.properties[node.name]];
          if (!shape.fits(node.value || '')) {
            reporter.report(place(node), '扩展属性 ' + node.name + ' 写成了“' + node.value + '”，应当是：' + shape.says);
          }
        }
      },
    };
  }

  function kind() {
    return {
      check(node, reporter) {
        if (!node.$instanceOf('bpmn:FlowNode')) {
          return;
        }
        const said = property(node, 'kind');
        if (!said) {
          return;
        }
        if (node.$type !== 'bpmn:UserTask') {
          reporter.report(node.id, '办理方式只用于人工环节，请删去扩展属性 kind');
          return;
        }
        const picked = kinds.get(said.value);
        if (!picked) {
          reporter.report(node.id, '办理方式“' + said.value + '”不是系统提供的，请用模板选择');
          return;
        }
        const called = '办理方式“' + picked.label + '”';
        if (picked.processes.length && !picked.processes.includes(process(node))) {
          reporter.report(node.id, called + '只用于流程 ' + picked.processes.join('、'));
        }
        if (picked.form && node.get('camunda:formRef') !== picked.form) {
          reporter.report(node.id, called + '读取表单 ' + picked.form + '，此处用的是 ' + (node.get('camunda:formRef') || '没有表单'));
        }
        if (picked.group && (node.get('camunda:candidateGroups') || '') !== picked.group) {
          reporter.report(node.id, called + '由 ' + picked.group + ' 办理，此处是 ' + (node.get('camunda:candidateGroups') || '没有写'));
        }
        extensions(node, 'camunda:TaskListener').filter((each) =>
          picked.listeners.includes(bean(each.delegateExpression))).forEach((each) =>
          reporter.report(node.id, called + '已经包含监听器 ' + bean(each.delegateExpression) + '，请删去'));
      },
    };
  }

  function step() {
    return {
      check(node, reporter) {
        const named = node.$instanceOf('bpmn:FlowNode') && node.get('camunda:delegateExpression');
        const found = named && steps.get(bean(named));
        if (!found) {
          return;
        }
        const called = '系统环节“' + found.label + '”';
        if (found.processes.length && !found.processes.includes(process(node))) {
          reporter.report(node.id, called + '只用于流程 ' + found.processes.join('、'));
        }
        if (found.asynchronous && !node.get('camunda:asyncBefore')) {
          reporter.report(node.id, called + '须单独提交，请勾选 Asynchronous before');
        }
        const written = extensions(node, 'camunda:InputOutput').flatMap((all) => all.inputParameters || []);
        found.inputs.forEach((input) => {
          const value = written.find((each) => each.name === input.name);
          if (!value && !input.optional) {
            reporter.report(node.id, called + '缺少输入参数 ' + input.name + '（' + input.label + '）');
          } else if (value && input.codes.length && !input.codes.includes(value.value) && !/[$#]\{/.test(value.value || '')) {
            reporter.report(node.id, '输入参数 ' + input.name + ' 应当是 ' + input.codes.join('、') + ' 之一');
          }
        });
      },
    };
  }

  return { allowed, kind, step };
};
