package org.smecluster.scope;

/** What the Measures and the table of roles say, apart from the code that carries them out. */
@FunctionalInterface
interface Rule {

    /** The person may. */
    boolean allows(Person person, TriedCase tried);

    Rule EVERYBODY = (person, tried) -> true;
    Rule SIGNED_IN = (person, tried) -> person.signedIn();
    Rule SEES_CASE = Person::sees;
    Rule APPLICANT_OF_CASE = (person, tried) -> tried.applicantGroup().equals(person.group());
    Rule WORKS_ON_TASK = Person::worksOn;
    Rule READS_TASK = (person, tried) -> person.worksOn(tried) || person.isAdministrator();
    Rule ADMINISTRATOR = (person, tried) -> person.isAdministrator();
    Rule OFFICER = (person, tried) -> person.is("province-officer");
    Rule LEADER = (person, tried) -> person.is("province-leader");
    Rule NONE = (person, tried) -> false;

    /** Counties, parks, cities and the autonomous region. */
    Rule CASE_STAFF = (person, tried) -> person.isApplicant() || person.isCity() || person.isProvince();

    /** Whoever comes with user id and password in each request. */
    Rule WITH_BASIC = (person, tried) -> person.is("policy-owner", "camunda-admin");

    default Rule or(Rule other) {
        return (person, tried) -> allows(person, tried) || other.allows(person, tried);
    }

    default Rule and(Rule other) {
        return (person, tried) -> allows(person, tried) && other.allows(person, tried);
    }

    static Rule groups(String... groups) {
        return (person, tried) -> person.is(groups);
    }
}
