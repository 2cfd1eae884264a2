package org.smecluster.portal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smecluster.calendar.Deadlines;
import org.smecluster.calendar.OpenDeadline;
import org.smecluster.casehistory.engine.CaseProgress;
import org.smecluster.casehistory.engine.CaseProgress.Step;
import org.smecluster.document.Audience;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.recognition.RecommendationSummaries;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Where a case stands: what is due, what was told, what went out, which steps it has passed. */
@Component
class CaseStanding {

    record Told(String at, String text) {}

    private final CurrentUser user;
    private final Notifications notifications;
    private final Deadlines deadlines;
    private final CaseProgress progress;
    private final RecommendationSummaries recommendations;
    private final CaseCourse course;
    private final CasePapers papers;

    CaseStanding(
            CurrentUser user,
            Notifications notifications,
            Deadlines deadlines,
            CaseProgress progress,
            RecommendationSummaries recommendations,
            CaseCourse course,
            CasePapers papers) {
        this.user = user;
        this.notifications = notifications;
        this.deadlines = deadlines;
        this.progress = progress;
        this.recommendations = recommendations;
        this.course = course;
        this.papers = papers;
    }

    CasePapers papers() {
        return papers;
    }

    void overview(Model model, OpenCase file) {
        String caseNumber = file.caseNumber();
        recommendations
                .of(caseNumber)
                .filter(place -> user.isProvince() || user.inAny(place.cityGroup()))
                .ifPresent(place -> model.addAttribute("recommendations", place));
        model.addAttribute(
                "deadlines",
                deadlines.openOf(caseNumber).stream()
                        .map(CaseStanding::deadline)
                        .distinct()
                        .toList());
        model.addAttribute(
                "notifications",
                notifications.ofCase(caseNumber, user.userId()).stream()
                        .filter(told ->
                                Audience.of(user.userId(), user.groups()).contains(told.groupId()))
                        .map(CaseStanding::line)
                        .toList());
    }

    void progress(Model model, OpenCase file) {
        progress.progress(file.process(), file.caseNumber()).ifPresent(found -> {
            model.addAttribute("progress", found);
            model.addAttribute("steps", course.of(file));
            model.addAttribute("doneIds", ids(found.done()));
            model.addAttribute("currentIds", ids(found.current()));
        });
    }

    /** The model that the case runs on, as XML. */
    Optional<String> diagram(OpenCase file) {
        return progress.diagram(file.process(), file.caseNumber());
    }

    private static String ids(List<Step> steps) {
        return steps.stream().map(Step::id).collect(Collectors.joining(" "));
    }

    private static String deadline(OpenDeadline open) {
        return "%s：%s 24:00%s（%s）"
                .formatted(
                        open.spec().kind().label(),
                        open.lastDay(),
                        open.provisional() ? "，暂定" : "",
                        open.spec().kind().basis());
    }

    private static Told line(Notification told) {
        return new Told(CaseFileModel.minute(told.toldAt()), told.text());
    }
}
