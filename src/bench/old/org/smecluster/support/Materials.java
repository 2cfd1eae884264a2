package org.smecluster.support;

import org.smecluster.security.Account;
import org.springframework.beans.factory.BeanFactory;

/** Of a state that required no materials of 第十三条: there is nothing to explain and nothing to accept. */
public final class Materials {

    public Materials(BeanFactory beans) {}

    public void accept(String caseNumber, Account city) {}
}
