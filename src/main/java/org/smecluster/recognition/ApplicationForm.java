package org.smecluster.recognition;

import java.util.ArrayList;
import java.util.List;
import org.smecluster.law.Refusal;
import org.smecluster.registry.ClusterRecord;

/**
 * What an applicant enters to start an application; see {@link Application} for the parts.
 *
 * @param clusterName null where the application is for a cluster of the pool, as the leading industry: both are the pool's
 * @param involvedCounties codes as chosen, the applicant's own may be among them
 * @param countyOutputs output of each county as typed, a line each; null where not entered
 * @param adjacencyExplanation why counties that are not known to border each other make one cluster; null for none
 * @param clusterNumber of a cluster of the pool, null for none
 */
public record ApplicationForm(
        String clusterName,
        String leadingIndustry,
        boolean crossCounty,
        List<String> involvedCounties,
        String countyOutputs,
        String adjacencyExplanation,
        boolean designatedByCity,
        String designationDocument,
        String clusterNumber) {

    public ApplicationForm {
        involvedCounties = List.copyOf(involvedCounties);
    }

    /** For a cluster that the registry does not know. */
    public ApplicationForm(
            String clusterName,
            String leadingIndustry,
            boolean crossCounty,
            List<String> involvedCounties,
            String countyOutputs,
            boolean designatedByCity,
            String designationDocument) {
        this(
                clusterName,
                leadingIndustry,
                crossCounty,
                involvedCounties,
                countyOutputs,
                null,
                designatedByCity,
                designationDocument,
                null);
    }

    /** With the name and the leading industry that the cluster has in the pool. */
    ApplicationForm about(ClusterRecord cluster) {
        return new ApplicationForm(
                cluster.name(),
                cluster.leadingIndustry(),
                crossCounty,
                involvedCounties,
                countyOutputs,
                adjacencyExplanation,
                designatedByCity,
                designationDocument,
                cluster.clusterNumber());
    }

    /** What the form cannot know, because it depends on who the applicant is. */
    void checkFor(ApplicantType type, List<String> otherCounties) {
        List<String> reasons = new ArrayList<>();
        if (clusterName == null || leadingIndustry == null) {
            reasons.add("请填写集群名称和主导产业；从培育库申报的，填写培育库中的集群编号");
        }
        if (crossCounty && otherCounties.isEmpty()) {
            reasons.add("集群跨县（市、区）的，请在“涉及的县（市、区）”中选择本单位以外的县（市、区）");
        }
        if (type == ApplicantType.COUNTY_DEPARTMENT && designatedByCity) {
            reasons.add("“由市级主管部门指定申报”仅适用于园区管委会或运营管理机构，县级主管部门请不要勾选");
        }
        if (designatedByCity && designationDocument == null) {
            reasons.add("由市级主管部门指定申报的，请填写指定文件的文号");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }
}
