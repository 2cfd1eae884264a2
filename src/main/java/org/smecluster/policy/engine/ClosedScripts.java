package org.smecluster.policy.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.smecluster.law.Refusal;

/** No script runs, in no language: JUEL as a script language has a bean resolver of its own. */
class ClosedScripts implements ScriptEngineResolver {

    @Override
    public ScriptEngine getScriptEngine(String language, boolean fromCache) {
        throw new Refusal("系统不执行脚本（语言“" + language + "”）。请政策负责人把模型中的脚本改为系统提供的步骤，重新部署。");
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // none is ever asked
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw new UnsupportedOperationException("no script engines");
    }
}
