package org.smecluster.filing;

import java.util.ArrayList;
import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.material.PatentKind;
import org.smecluster.region.RegionalScope;

/**
 * An enterprise or a patent that stands in the data of more than one cluster. A warning: the Measures do not forbid it,
 * but it is to be looked into, because it makes two clusters larger than they are.
 *
 * @param patentKind null for an enterprise
 * @param code credit code of an enterprise, number of a patent
 * @param clusters the other clusters that list it; in the list of a whole batch all that do
 */
@LegalBasis(article = 13, item = 4)
@LegalBasis(article = 13, item = 7)
public record Overlap(Kind kind, PatentKind patentKind, String code, String name, List<Listing> clusters) {

    public enum Kind {
        ENTERPRISE("企业"),
        PATENT("专利");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param applicantGroup of the unit whose cluster it is
     */
    public record Listing(String caseNumber, String clusterName, String applicantGroup) {

        /** {@code “平罗县精细化工产业集群”（NXJQ-2026-RD-00001）}. */
        public String named() {
            return "“" + clusterName + "”（" + caseNumber + "）";
        }
    }

    public Overlap {
        clusters = List.copyOf(clusters);
    }

    /** {@code 企业}, or which kind of patent. */
    public String kindLabel() {
        return patentKind == null ? kind.label() : patentKind.label();
    }

    /** Names what lies in the reader's scope; of the rest only that there is something, not whose or how much. */
    public String toldTo(RegionalScope scope) {
        List<String> told = new ArrayList<>(clusters.stream()
                .filter(listing -> scope.covers(listing.applicantGroup()))
                .map(Listing::named)
                .toList());
        if (told.size() < clusters.size()) {
            told.add("其他集群");
        }
        return "该" + kind.label() + "已列入" + String.join("、", told);
    }
}
