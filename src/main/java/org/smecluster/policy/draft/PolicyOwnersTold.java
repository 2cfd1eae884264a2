package org.smecluster.policy.draft;

import java.util.UUID;
import org.smecluster.document.Notifications;
import org.smecluster.region.StaffGroup;
import org.springframework.stereotype.Component;

/** All policy owners are told what becomes of a draft. */
@Component
class PolicyOwnersTold {

    private final Notifications notifications;

    PolicyOwnersTold(Notifications notifications) {
        this.notifications = notifications;
    }

    void tell(ModelDraft draft, String text) {
        once(draft, "model-" + UUID.randomUUID(), text);
    }

    /** The same key tells no more. */
    void once(ModelDraft draft, String key, String text) {
        notifications.tell(StaffGroup.POLICY_OWNERS, draft.number(), key, text);
    }
}
