package org.smecluster.scope;

import java.util.List;
import java.util.Objects;

/**
 * Who tries.
 *
 * @param userId a sample user; null for nobody, who has not signed in
 * @param group the one group of the person; null for a person in none
 */
record Person(String who, String userId, String group) {

    static final Person NOBODY = new Person("未登录", null, null);

    /** Of every role one, and of the units those that stand near another one's case and those that stand far. */
    static final List<Person> ALL = List.of(
            new Person("平罗县", "pingluo", "county-640221"),
            new Person("同市另一县", "huinong", "county-640205"),
            new Person("另一市的县", "zhongning", "county-640521"),
            new Person("县内园区", "pingluo-park", "park-pingluo"),
            new Person("同市另一园区", "shizuishan-hitech", "park-shizuishan-hitech"),
            new Person("另一市的园区", "ningdong", "park-ningdong"),
            new Person("石嘴山市", "city-shizuishan", "city-6402"),
            new Person("中卫市", "city-zhongwei", "city-6405"),
            new Person("银川市", "city-yinchuan", "city-6401"),
            new Person("受邀专家", "expert-ma", "expert"),
            new Person("未受邀专家", "expert-li", "expert"),
            new Person("自治区经办", "officer-1", "province-officer"),
            new Person("自治区审定", "leader", "province-leader"),
            new Person("政策管理员", "policy", "policy-owner"),
            new Person("系统管理员", "admin", "camunda-admin"),
            new Person("没有组的账号", "newcomer", null),
            NOBODY);

    boolean is(String... groups) {
        return group != null && List.of(groups).contains(group);
    }

    boolean isApplicant() {
        return group != null && (group.startsWith("county-") || group.startsWith("park-"));
    }

    boolean isCity() {
        return group != null && group.startsWith("city-");
    }

    boolean isProvince() {
        return is("province-officer", "province-leader");
    }

    boolean isExpert() {
        return is("expert");
    }

    boolean isAdministrator() {
        return is("camunda-admin");
    }

    /** 第十二条: a unit its own cases, its city those of its units, the autonomous region all, an expert by order. */
    boolean sees(TriedCase tried) {
        return isProvince()
                || group != null && (group.equals(tried.applicantGroup()) || group.equals(tried.cityGroup()))
                || userId != null && tried.experts().contains(userId);
    }

    /** Whether the open task is the person's to work on. */
    boolean worksOn(TriedCase tried) {
        return group != null && group.equals(tried.candidateGroup())
                || userId != null && userId.equals(tried.assignee());
    }

    boolean signedIn() {
        return userId != null;
    }

    @Override
    public String toString() {
        return who + Objects.toString(userId == null ? null : "（" + userId + "）", "");
    }
}
