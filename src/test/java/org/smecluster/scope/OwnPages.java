package org.smecluster.scope;

import static org.smecluster.scope.Row.page;
import static org.smecluster.scope.Row.post;
import static org.smecluster.scope.Rule.ADMINISTRATOR;
import static org.smecluster.scope.Rule.APPLICANT_OF_CASE;
import static org.smecluster.scope.Rule.CASE_STAFF;
import static org.smecluster.scope.Rule.EVERYBODY;
import static org.smecluster.scope.Rule.LEADER;
import static org.smecluster.scope.Rule.NONE;
import static org.smecluster.scope.Rule.OFFICER;
import static org.smecluster.scope.Rule.SEES_CASE;
import static org.smecluster.scope.Rule.SIGNED_IN;

import java.util.List;

/**
 * Who may use which page or endpoint of ours. A new mapping needs a row here, one line:
 *
 * <pre>
 * page("/cases/{caseNumber}/print", SEES_CASE),                   GET: those get 200, everybody else 403 or 404
 * post("/cases/{caseNumber}/withdrawal", APPLICANT_OF_CASE, "reason=x"),   POST: everybody else is refused
 * </pre>
 *
 * A page with a list of cases takes the rule of who may open it at all; that it lists nothing out of scope is checked
 * of every answer. What a rule may be stands in {@link Rule}; a variable in a path must be known to {@link TriedCases}.
 * A POST that those who may send must send a body that is right but for its sender.
 */
final class OwnPages {

    private static final Rule BATCH_SECTIONS = Rule.groups("province-officer", "province-leader");

    private static final Rule STARTS = OFFICER.or((person, tried) -> person.isApplicant() || person.isCity());
    /** The process that is tried is 重大变动备案. */
    private static final Rule FILES_CHANGES = OFFICER.or((person, tried) -> person.isApplicant());

    private static final Rule HAS_TASKS = CASE_STAFF.or(Rule.groups("expert")).or(ADMINISTRATOR);
    private static final Rule TOLD = HAS_TASKS.or(Rule.groups("policy-owner"));
    private static final Rule READS_DRAFTS = ADMINISTRATOR.or(Rule.groups("policy-owner"));
    private static final Rule READS_TEMPLATES = BATCH_SECTIONS.or(Rule.groups("policy-owner"));
    private static final Rule REVIEWER = (person, tried) -> person.isCity() || person.is("province-officer");
    /** The city, as long as its verification on site is not completed. */
    private static final Rule VERIFIES =
            (person, tried) -> tried.label().equals("现场核查") && tried.cityGroup().equals(person.group());
    /**
     * The unit; of an objection that is not ruled on yet, the officers who enter it (第十二条(三)); the city in its verification.
     */
    private static final Rule HANDS_IN_EVIDENCE = APPLICANT_OF_CASE
            .or(OFFICER.and((person, tried) -> "province-leader".equals(tried.candidateGroup())))
            .or(VERIFIES);

    /** The city, an expert who was asked, the region's officers, each at their step (第十一条). */
    private static final Rule JUDGES = OFFICER.or(
                    (person, tried) -> tried.cityGroup().equals(person.group()))
            .or((person, tried) -> person.isExpert() && tried.experts().contains(person.userId()));
    /** Each expert whom the case's officer has asked. */
    private static final Rule SCORES =
            (person, tried) -> person.isExpert() && tried.experts().contains(person.userId());

    /** Cities and the autonomous region. */
    private static final Rule AUTHORITIES = BATCH_SECTIONS.or((person, tried) -> person.isCity());

    private static final Rule CITY_OF_CASE =
            (person, tried) -> tried.cityGroup().equals(person.group());
    private static final Rule SENT_IT = (person, tried) ->
            person.signedIn() && person.userId().equals(tried.ids().get("applicantUser"));
    private static final Rule HOLDS_TASK =
            (person, tried) -> person.signedIn() && person.userId().equals(tried.assignee());
    private static final Rule READS_MODEL = (person, tried) -> person.is("policy-owner", "camunda-admin")
            || person.isProvince()
            || switch (tried.ids().get("definitionId").split(":")[0]) {
                case "clusterRecognition" -> person.group() != null;
                case "dataFiling" -> person.isApplicant() || person.isCity();
                case "reviewChecks" -> person.isExpert();
                default -> false;
            };

    static final List<Row> ROWS = List.of(
            page("/", SIGNED_IN),
            page("/notifications", TOLD),
            page("/tasks/export", HAS_TASKS),
            post("/notifications/{id}/read", APPLICANT_OF_CASE, "").withoutEffect(),
            post("/notifications/read", SIGNED_IN, ""),
            page("/search", "?q=NXJQ", CASE_STAFF),
            page("/start", STARTS),
            page("/start/{process}", FILES_CHANGES),
            Row.write("POST", "/start/{process}", FILES_CHANGES, "{}"),
            page("/start/{process}/{caseNumber}", SEES_CASE.and(FILES_CHANGES)),
            page("/login", (person, tried) -> !person.signedIn()),
            page("/header", SIGNED_IN),
            page("/session", SIGNED_IN),
            page("/error", NONE).withoutEffect(),
            page("/cases", CASE_STAFF.or(Rule.groups("expert", "camunda-admin"))),
            page("/cases/export", CASE_STAFF.or(Rule.groups("expert", "camunda-admin"))),
            page("/cases/{caseNumber}", SEES_CASE),
            page("/cases/{caseNumber}", "?section=opinions", SEES_CASE),
            page("/cases/{caseNumber}", "?section=materials", SEES_CASE),
            page("/cases/{caseNumber}/print", SEES_CASE),
            page("/cases/{caseNumber}/print", "?part=findings", SEES_CASE),
            page("/cases/{caseNumber}/diagram", "?x={frozenVersion}", SEES_CASE),
            page("/cases/{caseNumber}/workbook-template", "?x={frozenVersion}", APPLICANT_OF_CASE),
            post("/cases/{caseNumber}/figures", APPLICANT_OF_CASE, "explanation-0=x"),
            page("/cases/{caseNumber}/workbook", "?version={frozenVersion}", SEES_CASE),
            post("/cases/{caseNumber}/workbook", APPLICANT_OF_CASE, "file=x"),
            page("/cases/{caseNumber}/upload-progress", "?x={upload}", APPLICANT_OF_CASE),
            page("/cases/{caseNumber}/annotated-workbook", "?upload={upload}", APPLICANT_OF_CASE),
            post("/cases/{caseNumber}/workbook/confirmation", APPLICANT_OF_CASE, "upload={upload}"),
            post("/cases/{caseNumber}/workbook/discarding", APPLICANT_OF_CASE, "upload={upload}"),
            page("/cases/{caseNumber}", "?section=evidence", SEES_CASE),
            post("/cases/{caseNumber}/evidence/confirmation", HANDS_IN_EVIDENCE, "sure=true"),
            post(
                    "/cases/{caseNumber}/evidence-uploads",
                    HANDS_IN_EVIDENCE,
                    "material=otherEvidence&name=x.pdf&size=5&x=y"),
            page("/cases/{caseNumber}/evidence-uploads/{upload}", SENT_IT),
            Row.write("PUT", "/cases/{caseNumber}/evidence-uploads/{upload}", SENT_IT, "{}")
                    .query("?offset=0"),
            page("/cases/{caseNumber}/evidence/{file}", SEES_CASE),
            page("/cases/{caseNumber}/evidence/{file}/content", SEES_CASE),
            page("/cases/{caseNumber}/evidence/{file}/preview", SEES_CASE),
            post("/cases/{caseNumber}/evidence/{file}/seal", OFFICER, "reason=x"),
            post("/cases/{caseNumber}/evidence/{file}/seal/confirmation", LEADER, ""),
            post("/cases/{caseNumber}/evidence/{file}/seal/refusal", LEADER, ""),
            post("/cases/{caseNumber}/evidence/{file}/removal", APPLICANT_OF_CASE, ""),
            post(
                    "/cases/{caseNumber}/materials/{material}/tick",
                    OFFICER.or((person, tried) -> tried.cityGroup().equals(person.group())),
                    "accepted=true"),
            post(
                    "/cases/{caseNumber}/materials/acceptance",
                    OFFICER.or((person, tried) -> tried.cityGroup().equals(person.group())),
                    ""),
            post("/cases/{caseNumber}/materials/{material}/absence", APPLICANT_OF_CASE, "reason=x"),
            post(
                    "/cases/{caseNumber}/other-cities/{cityGroup}",
                    NONE,
                    "agrees=true&text=x&documentNumber=y&documentDate=2026-05-08&revision=0"),
            post("/cases/{caseNumber}/sectors", APPLICANT_OF_CASE.or(CITY_OF_CASE), "GB4754=261"),
            page("/cases/{caseNumber}", "?section=clauses", SEES_CASE),
            post("/cases/{caseNumber}/clauses/declarations", APPLICANT_OF_CASE, "statement-nicheStanding=x"),
            post("/cases/{caseNumber}/clauses/judgements", JUDGES, "judgement-nicheStanding=MET"),
            page("/cases/{caseNumber}", "?section=questions", SEES_CASE),
            post("/cases/{caseNumber}/answers", APPLICANT_OF_CASE, "answer-1=x"),
            page("/cases/{caseNumber}", "?section=papers", SEES_CASE),
            page("/cases/{caseNumber}/papers/{kind}/{subject}/preview", CITY_OF_CASE),
            page("/cases/{caseNumber}/papers/{kind}/{subject}/docx", CITY_OF_CASE),
            post(
                    "/cases/{caseNumber}/papers/{kind}/{subject}",
                    CITY_OF_CASE,
                    "documentDate=2026-06-02&seen=x&sure=true"),
            page("/cases/{caseNumber}/issued-papers/{paper}/pdf", CASE_STAFF.and(SEES_CASE)),
            page("/cases/{caseNumber}/issued-papers/{paper}/docx", CITY_OF_CASE),
            page("/cases/{caseNumber}/issued-papers/{paper}/scan", CASE_STAFF.and(SEES_CASE)),
            post("/cases/{caseNumber}/issued-papers/{paper}/scan", CITY_OF_CASE, ""),
            page("/cases/{caseNumber}/verification", "?item=4", VERIFIES),
            page("/cases/{caseNumber}/verification/print", "?blank=true", VERIFIES),
            post("/cases/{caseNumber}/verification/{part}", VERIFIES, "judgement=MET&seen=x&revision=0"),
            post("/cases/{caseNumber}/verification/confirmation", VERIFIES, "sure=true"),
            post("/cases/{caseNumber}/verification/files/{file}/removal", VERIFIES, ""),
            post(
                    "/cases/{caseNumber}/incidents",
                    APPLICANT_OF_CASE.or(OFFICER).or((person, tried) -> tried.cityGroup()
                            .equals(person.group())),
                    "type=SAFETY&level=MAJOR&occurredOn=2026-01-05&enterpriseName=x&source=y"),
            post("/cases/{caseNumber}/incidents/{id}/removal", APPLICANT_OF_CASE, ""),
            post("/cases/{caseNumber}/incidents/{id}/withdrawal", OFFICER, "reason=x"),
            post("/cases/{caseNumber}/scores", SCORES, "score-1=80"),
            post("/cases/{caseNumber}/withdrawal", APPLICANT_OF_CASE, "reason=x&sure=true"),
            post(
                    "/cases/{caseNumber}/objections",
                    NONE,
                    "caseNumber={caseNumber}&objectorName=x&contact=y&grounds=z&receivedOn=2026-05-08"),
            page("/case/task/{taskId}", Person::worksOn),
            page("/case/task/{taskId}", "?course=true", Person::worksOn),
            page("/desk/task/{taskId}/strip", Person::worksOn),
            page("/desk/task/{taskId}/done", NONE),
            page("/desk/task/{taskId}/refusal", NONE),
            page("/desk/cards", "?task={taskId}", SIGNED_IN),
            page("/workbook-template", SIGNED_IN),
            page("/batches", CASE_STAFF),
            page("/batches/{number}", CASE_STAFF),
            page("/batches/{number}", "?section=comparison", BATCH_SECTIONS),
            page("/batches/{number}", "?section=notice", BATCH_SECTIONS),
            page("/batches/{number}/questions", CASE_STAFF),
            post("/batches/{number}/questions", OFFICER, "question=x&kind=TEXT&required=true"),
            post("/batches/{number}/questions/{id}/removal", OFFICER, ""),
            page("/batches/{number}/criteria", BATCH_SECTIONS),
            post("/batches/{number}/criteria", OFFICER, "names=x&weights=100&divergence=20&seen=0"),
            page("/batches/{number}/papers", BATCH_SECTIONS),
            page("/batches/{number}/papers/{kind}/{subject}/preview", NONE),
            page("/batches/{number}/papers/{kind}/{subject}/docx", NONE),
            post("/batches/{number}/papers/{kind}/{subject}", OFFICER, "documentDate=2026-06-02&seen=x&sure=true"),
            page("/batches/{number}/issued-papers/{paper}/pdf", NONE),
            page("/batches/{number}/issued-papers/{paper}/docx", NONE),
            page("/batches/{number}/issued-papers/{paper}/scan", NONE),
            post("/batches/{number}/issued-papers/{paper}/scan", NONE, ""),
            page("/batches/{number}/comparison", BATCH_SECTIONS),
            page("/batches/{number}/comparison/export", BATCH_SECTIONS),
            page("/batches/{number}/overlaps", BATCH_SECTIONS),
            page("/batches/{number}/recommendations", BATCH_SECTIONS.or((person, tried) -> person.isCity())),
            page("/batches/{number}/recommendations/{cityGroup}", BATCH_SECTIONS.or(CITY_OF_CASE)),
            page("/batches/{number}/recommendations/{cityGroup}/workbook", BATCH_SECTIONS.or(CITY_OF_CASE)),
            post(
                    "/batches/{number}/recommendations/{cityGroup}",
                    CITY_OF_CASE,
                    "cases={caseNumber}&ranks=1&revision=0&sure=true"),
            post("/batches/{number}/selections/{caseNumber}", LEADER, "selected=true"),
            post(
                    "/batches/{number}/objections",
                    OFFICER,
                    "caseNumber={caseNumber}&objectorName=x&contact=y&grounds=z&receivedOn=2026-05-08"),
            page("/dashboard", AUTHORITIES),
            page("/dashboard/export", "?chart=CLUSTERS_BY_PLACE", AUTHORITIES),
            page("/dashboard/export", "?chart=CLUSTERS_BY_PLACE&format=CSV", AUTHORITIES),
            page("/clusters", CASE_STAFF),
            page("/clusters/export", CASE_STAFF),
            page("/clusters/{clusterNumber}", SEES_CASE),
            page("/monitoring", CASE_STAFF),
            page("/monitoring/{year}", CASE_STAFF),
            page("/monitoring/{year}/export", CASE_STAFF),
            page("/monitoring/{year}/print", CASE_STAFF),
            page("/monitoring/{year}/ministry", BATCH_SECTIONS),
            page("/monitoring/reports/{report}", CASE_STAFF.and(SEES_CASE)),
            post(
                    "/monitoring/reports/{report}/refusal",
                    OFFICER.or((person, tried) -> tried.cityGroup().equals(person.group())),
                    "evidence=x&sure=true"),
            page("/incidents", CASE_STAFF),
            page("/incidents/export", CASE_STAFF),
            page("/incidents/print", CASE_STAFF),
            page("/incidents/new", REVIEWER),
            page("/incidents/{entry}", CASE_STAFF.and(SEES_CASE)),
            post(
                    "/incidents",
                    REVIEWER,
                    "type=SAFETY&level=GENERAL&occurredOn=2026-01-05&enterpriseName=x&source=y&cluster=NONE&city=city-6402"),
            post("/incidents/{entry}/withdrawal", OFFICER, "reason=x&sure=true"),
            page("/clusters/{clusterNumber}/trends", SEES_CASE),
            page("/clusters/{clusterNumber}/trends/export", "?chart=none", NONE),
            page("/clusters/{clusterNumber}/print", SEES_CASE),
            page("/clusters/{clusterNumber}/archive", SEES_CASE),
            page("/national/{caseNumber}", BATCH_SECTIONS),
            page("/national/{caseNumber}/print", BATCH_SECTIONS),
            post("/national/{caseNumber}/proposals/{clusterNumber}", OFFICER, "recommended=true&reason=x"),
            post("/national/{caseNumber}/evaluations", OFFICER, "reason=x"),
            page("/sectors", OFFICER),
            post("/sectors", OFFICER, "scheme=BASE&code=BASE-1&name=x&source=y"),
            post("/sectors/{scheme}/{code}/retirement", OFFICER, ""),
            page("/open-data", BATCH_SECTIONS),
            post("/open-data", LEADER, "fields=NAME&reason=x"),
            page("/remedies", BATCH_SECTIONS),
            post("/remedies", OFFICER, "kind=REVOCATION&text=x&legalBasis=y&seen=1"),
            page("/experts", OFFICER),
            post("/experts", OFFICER, "userId=expert-new&name=x&organisation=y&county=OUTSIDE"),
            post("/experts/{userId}", OFFICER, "name=x&organisation=y&county=OUTSIDE"),
            post("/experts/{userId}/removal", OFFICER, ""),
            page("/drafts/tasks/{taskId}", HOLDS_TASK),
            Row.write("PUT", "/drafts/tasks/{taskId}", HOLDS_TASK, "{\"x\":1}"),
            Row.write("DELETE", "/drafts/tasks/{taskId}", HOLDS_TASK, null).withoutEffect(),
            page("/drafts/starts/{definitionId}", READS_MODEL),
            Row.write("PUT", "/drafts/starts/{definitionId}", READS_MODEL, "{\"x\":1}"),
            Row.write("DELETE", "/drafts/starts/{definitionId}", READS_MODEL, null)
                    .withoutEffect(),
            page("/bulk", REVIEWER),
            post("/bulk", REVIEWER, "kind=x&run=00000000-0000-0000-0000-000000000001&sure=true"),
            page("/bulk/{run}", NONE),
            page("/admin/cockpit/cases", ADMINISTRATOR),
            page("/admin/cockpit/choices", ADMINISTRATOR),
            page("/admin/cockpit/instances/{id}", ADMINISTRATOR),
            page("/admin/cockpit/instances/{id}/decisions", ADMINISTRATOR),
            page("/admin/cockpit/failures", ADMINISTRATOR),
            post("/session/activity", SIGNED_IN, ""),
            page("/account/password", SIGNED_IN),
            post("/account/password", SIGNED_IN, "old=x&fresh=y&again=y"),
            post("/account/sessions/end", SIGNED_IN, ""),
            page("/account/messages", SIGNED_IN),
            post("/account/messages", SIGNED_IN, "mail=a@nx.example&mode=AT_ONCE"),
            page("/admin/messages", ADMINISTRATOR),
            post("/admin/messages/routes", ADMINISTRATOR, ""),
            post("/admin/messages/{messageId}/again", ADMINISTRATOR, ""),
            post("/admin/messages/{messageId}/arrival", ADMINISTRATOR, ""),
            page("/admin/audit", ADMINISTRATOR),
            page("/admin/audit/export", ADMINISTRATOR),
            page("/account/deputies", CASE_STAFF.or(ADMINISTRATOR)),
            post(
                    "/account/deputies",
                    CASE_STAFF.or(ADMINISTRATOR),
                    "absent=officer-1&deputy=officer-2&from=2026-07-01&until=2026-07-02&reason=x"),
            post("/account/deputies/{id}/revocation", ADMINISTRATOR, ""),
            post("/account/deputies/tasks/{taskId}/takeover", NONE, ""),
            post("/account/deputies/tasks/{taskId}/return", NONE, ""),
            page("/admin/accounts", ADMINISTRATOR),
            page("/admin/accounts/template", ADMINISTRATOR),
            post("/admin/accounts", ADMINISTRATOR, "userId=.&name=x&place=x"),
            post("/admin/accounts/sheet", ADMINISTRATOR, ""),
            page("/admin/accounts/people/{userId}", ADMINISTRATOR),
            post("/admin/accounts/people/{userId}/name", ADMINISTRATOR, "name=x"),
            post("/admin/accounts/people/{userId}/places", ADMINISTRATOR, "place=x"),
            post("/admin/accounts/people/{userId}/places/removal", ADMINISTRATOR, "place=x"),
            post("/admin/accounts/people/{userId}/password", ADMINISTRATOR, ""),
            page("/admin/units", ADMINISTRATOR),
            post("/admin/units", ADMINISTRATOR, "level=PARK&code=.&name=x"),
            post("/admin/units/{code}/name", ADMINISTRATOR, "name="),
            page("/admin/handover", ADMINISTRATOR),
            page("/admin/handover", "?userId={applicantUser}", ADMINISTRATOR),
            post("/admin/handover", ADMINISTRATOR, "userId={applicantUser}&sure=true"),
            post("/admin/handover/{userId}/reopening", ADMINISTRATOR, ""),
            page("/public/notices", EVERYBODY),
            page("/public/notices/{id}", EVERYBODY),
            page("/public/notices/{id}/objections", EVERYBODY),
            post(
                    "/public/notices/{id}/objections",
                    EVERYBODY,
                    "cluster=1&objectorName=x&contact=y&grounds=z&unsigned=false&secret=1"),
            page("/public/objections", EVERYBODY),
            post("/public/objections", EVERYBODY, "number=1&secret=2"),
            page("/objections", BATCH_SECTIONS),
            page("/objections", "?show=leads", BATCH_SECTIONS),
            page("/objections/{receipt}", BATCH_SECTIONS),
            page("/objections/{receipt}/files/{letter}", BATCH_SECTIONS),
            post("/objections/{receipt}/admission", OFFICER, "identified=true&grounded=true"),
            post("/objections/{receipt}/refusal", OFFICER, "reason=x"),
            post("/objections/{receipt}/lead", OFFICER, "reason=x"),
            page("/notice-contacts", BATCH_SECTIONS),
            post("/notice-contacts", OFFICER, "telephone=0951-1111111&address=x&mail=a@nx.example&discipline=y&seen=1"),
            page("/public", EVERYBODY),
            page("/public/map", EVERYBODY),
            page("/public/conditions", EVERYBODY),
            page("/public/clusters", EVERYBODY),
            page("/public/clusters", "?standing=ALL", EVERYBODY),
            page("/public/clusters/{clusterNumber}", EVERYBODY),
            page("/public/clusters/{clusterNumber}/print", EVERYBODY),
            page("/public/check", EVERYBODY),
            page("/public/check", "?code={clusterNumber}", EVERYBODY),
            page("/public/open-data", EVERYBODY),
            page("/public/open-data/clusters.csv", EVERYBODY),
            page("/public/open-data/clusters.json", EVERYBODY),
            page("/public/open-data/schema.json", EVERYBODY),
            page("/public/practices", EVERYBODY),
            page("/admin/calendar", ADMINISTRATOR.or(OFFICER)),
            post("/admin/calendar/preview", ADMINISTRATOR, "from=2027-03-01&to=2027-03-01&kind=HOLIDAY&source=x"),
            post("/admin/calendar/apply", ADMINISTRATOR, "from=2027-03-01&to=2027-03-01&kind=HOLIDAY&source=x"),
            page("/admin/models", ADMINISTRATOR.or(Rule.groups("policy-owner"))),
            page("/admin/models/modeler.zip", ADMINISTRATOR.or(Rule.groups("policy-owner"))),
            page("/admin/models/{kind}/{id}", ADMINISTRATOR.or(Rule.groups("policy-owner"))),
            post(
                    "/admin/models/{kind}/{id}/restoration",
                    ADMINISTRATOR.or(Rule.groups("policy-owner")),
                    "reason=x&version=1"),
            page("/admin/models/{kind}/{id}/comparison", READS_DRAFTS),
            page("/admin/models/{kind}/{id}/versions/{version}", READS_DRAFTS),
            page("/admin/walks/{process}", READS_DRAFTS),
            Row.write("POST", "/admin/walks/{process}", READS_DRAFTS, "{}"),
            page("/admin/stopped-models", ADMINISTRATOR.or(Rule.groups("policy-owner"))),
            page("/admin/paper-templates", READS_TEMPLATES),
            page("/admin/paper-templates/{kind}", READS_TEMPLATES),
            page("/admin/paper-templates/{kind}/versions/{version}", READS_TEMPLATES),
            page("/admin/paper-templates/{kind}/versions/{version}/sample", READS_TEMPLATES),
            post("/admin/paper-templates/{kind}/preview", Rule.groups("policy-owner"), "reason=x"),
            post("/admin/paper-templates/{kind}", Rule.groups("policy-owner"), "reason=x&seen=1"),
            post(
                    "/admin/paper-templates/{kind}/versions/{version}/return",
                    Rule.groups("policy-owner"),
                    "reason=x&seen=1"),
            post("/admin/paper-templates/{kind}/switch", Rule.groups("policy-owner"), "on=true&reason=x"),
            page("/admin/drafts", READS_DRAFTS),
            page("/admin/drafts/{id}", READS_DRAFTS),
            page("/admin/drafts/{id}/files/{place}", READS_DRAFTS),
            page("/admin/drafts/{id}/files/{place}/content", READS_DRAFTS),
            post("/admin/drafts/{id}/approval", Rule.groups("policy-owner"), "reason=x&effectiveOn=2099-01-01"),
            post("/admin/drafts/{id}/rejection", Rule.groups("policy-owner"), "reason=x"),
            post("/admin/drafts/{id}/withdrawal", READS_DRAFTS, ""),
            post("/admin/drafts/{id}/judgement", READS_DRAFTS, ""),
            post("/admin/drafts/{id}/taking-back", READS_DRAFTS, "reason=x"),
            page("/admin/drafts/{id}/sheets/{decision}", READS_DRAFTS),
            page("/admin/drafts/{id}/sheets/{decision}/workbook", READS_DRAFTS),
            post("/admin/drafts/{id}/sheets/{decision}/preview", Rule.groups("policy-owner"), "reason=x"),
            post("/admin/drafts/{id}/sheets/{decision}", Rule.groups("policy-owner"), "reason=x"),
            page("/admin/test-sheets", READS_DRAFTS),
            page("/admin/test-sheets/{decision}", READS_DRAFTS),
            page("/admin/test-sheets/{decision}/workbook", READS_DRAFTS),
            page("/admin/test-sheets/{decision}/versions/{version}", READS_DRAFTS),
            post("/admin/test-sheets/{decision}/preview", Rule.groups("policy-owner"), "reason=x"),
            post("/admin/test-sheets/{decision}", Rule.groups("policy-owner"), "reason=x&seen=1"),
            post(
                    "/admin/test-sheets/{decision}/versions/{version}/return",
                    Rule.groups("policy-owner"),
                    "reason=x&seen=1"),
            page("/admin/drafts/{id}/what-if", READS_DRAFTS),
            post("/admin/drafts/{id}/what-if", Rule.groups("policy-owner"), ""),
            post("/admin/drafts/{id}/what-if/cancellation", Rule.groups("policy-owner"), ""),
            page("/admin/drafts/{id}/what-if/export", READS_DRAFTS),
            page("/what-ifs/{id}/cases", CASE_STAFF),
            page("/what-ifs/{id}/cases/export", CASE_STAFF),
            page("/admin/migrations", READS_DRAFTS),
            page("/admin/migrations/plan", "?process=changeFiling&from=1", READS_DRAFTS),
            page("/admin/migrations/diagrams/{process}", "?version=1", READS_DRAFTS),
            post("/admin/migrations", Rule.groups("policy-owner"), "process=changeFiling&from=1"),
            page("/admin/migrations/{id}", READS_DRAFTS),
            page("/admin/migrations/{id}/cases", ADMINISTRATOR),
            page("/migrations/{id}/cases", OFFICER),
            post("/admin/migrations/{id}/trial", Rule.groups("policy-owner"), ""),
            post("/admin/migrations/{id}/proposal", Rule.groups("policy-owner"), "reason=x"),
            post("/admin/migrations/{id}/confirmation", Rule.groups("policy-owner"), "reason=x"),
            post("/admin/migrations/{id}/rejection", Rule.groups("policy-owner"), "reason=x"),
            post("/admin/migrations/{id}/withdrawal", Rule.groups("policy-owner"), ""),
            page("/admin/emergency", ADMINISTRATOR),
            post("/admin/emergency", ADMINISTRATOR, "name=x"),
            page("/admin/emergency/{id}", ADMINISTRATOR),
            post("/admin/emergency/{id}", ADMINISTRATOR, "reason=x"),
            page("/sample/timers", ADMINISTRATOR),
            post("/sample/timers/{id}/advance", ADMINISTRATOR, ""));

    private OwnPages() {}
}
