package org.smecluster.registry;

import java.util.List;

/**
 * A list that a procedure hands over to be made public; the publicity procedure takes it from here and leaves here what
 * became of each entry, so that neither procedure knows the other.
 *
 * @param subject number of the case or batch whose list it is
 * @param title what the public notice is called
 * @param documentNumber of the notice the list rests on
 * @param terms of its publication
 * @param items in the order of publication
 */
public record PublicList(
        String subject, String title, String documentNumber, NoticeTerms terms, List<PublicListItem> items) {

    public PublicList {
        items = List.copyOf(items);
    }

    /** On the usual terms. */
    public PublicList(String subject, String title, String documentNumber, List<PublicListItem> items) {
        this(subject, title, documentNumber, NoticeTerms.usual(), items);
    }
}
