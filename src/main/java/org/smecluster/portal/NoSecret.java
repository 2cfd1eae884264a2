package org.smecluster.portal;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What the person of this session has confirmed for a case before uploading: by the number of the recorded confirmation. */
final class NoSecret {

    private NoSecret() {}

    /** @return null where it is still to be confirmed */
    static Long confirmed(String caseNumber) {
        return (Long) RequestContextHolder.currentRequestAttributes()
                .getAttribute(name(caseNumber), RequestAttributes.SCOPE_SESSION);
    }

    static void confirm(String caseNumber, long confirmation) {
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(name(caseNumber), confirmation, RequestAttributes.SCOPE_SESSION);
    }

    private static String name(String caseNumber) {
        return NoSecret.class.getName() + '.' + caseNumber;
    }
}
