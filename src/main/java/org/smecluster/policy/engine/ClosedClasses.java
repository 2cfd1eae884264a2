package org.smecluster.policy.engine;

import org.camunda.bpm.engine.ArtifactFactory;
import org.smecluster.law.Refusal;

/** No model has an object made of a class that it names. */
class ClosedClasses implements ArtifactFactory {

    static Refusal refusal(String className) {
        return new Refusal("模型不得指定Java类（" + className + "）。请政策负责人改用系统提供的步骤（delegateExpression），重新部署。");
    }

    @Override
    public <T> T getArtifact(Class<T> type) {
        throw refusal(type.getName());
    }
}
