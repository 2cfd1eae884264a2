package org.smecluster.publicnotice;

import java.util.List;

/** The stored contacts; what was entered stays. */
public interface NoticeContacts {

    /** Newest first: the first holds. */
    List<NoticeContact> all();

    /** Stores it; {@code id} of the argument is not read. */
    void insert(NoticeContact contact);
}
