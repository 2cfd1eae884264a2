package org.smecluster.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.smecluster.starting.StartOption;
import org.smecluster.starting.engine.StartDesk;
import org.smecluster.starting.engine.StartDesk.Process;
import org.springframework.stereotype.Component;

/** What the current person can begin now and what not, a line each: for home, the page 发起, a cluster's page. */
@Component
class StartLines {

    /** A unit with more clusters than that chooses on the start page. */
    private static final int ONE_BY_ONE = 3;

    /**
     * @param name of the process
     * @param about whose, when
     * @param until null where there is no last day
     * @param deed what the button says
     * @param path of the start page, with the choice in it
     */
    record Line(String name, String about, Due until, String deed, String path) {}

    /** @param reason with the article */
    record NotNow(String name, String reason) {}

    record Lines(List<Line> now, List<NotNow> notNow) {}

    private final CurrentUser user;
    private final StartDesk desk;
    private final Clock clock;

    StartLines(CurrentUser user, StartDesk desk, Clock clock) {
        this.user = user;
        this.desk = desk;
        this.clock = clock;
    }

    /** Of everything that the person may start. */
    Lines all() {
        List<Line> now = new ArrayList<>();
        List<NotNow> notNow = new ArrayList<>();
        user.account().filter(person -> user.isStaff()).ifPresent(person -> {
            for (Process process : desk.processes(person)) {
                collect(process, desk.options(person, process.key()), now, notNow);
            }
        });
        return new Lines(now, notNow);
    }

    /** Asked by the template {@code cluster/apply}. @param clusterNumber may be null */
    public Lines of(String clusterNumber) {
        List<Line> now = new ArrayList<>();
        List<NotNow> notNow = new ArrayList<>();
        Account person = user.account().filter(each -> user.isStaff()).orElse(null);
        if (person != null && clusterNumber != null) {
            for (Process process : desk.processes(person)) {
                desk.options(person, process.key()).stream()
                        .filter(option -> clusterNumber.equals(option.value()))
                        .forEach(option -> {
                            if (option.open()) {
                                now.add(line(process, option, option.about()));
                            } else {
                                notNow.add(new NotNow(process.name(), option.refusal()));
                            }
                        });
            }
        }
        return new Lines(now, notNow);
    }

    private void collect(Process process, List<StartOption> options, List<Line> now, List<NotNow> notNow) {
        List<StartOption> open = options.stream().filter(StartOption::open).toList();
        List<StartOption> named =
                open.stream().filter(option -> option.value() != null).toList();
        boolean anew = open.size() > named.size();
        if (anew) {
            StartOption option = open.get(0);
            now.add(line(process, option, option.about()));
        }
        if (named.size() > ONE_BY_ONE) {
            if (!anew) {
                now.add(new Line(
                        process.name(),
                        named.get(0).about() + " · 从" + named.size() + "个中选择",
                        null,
                        desk.deed(process.key()),
                        path(process, null)));
            }
        } else if (!anew || process.key().equals("clusterRecognition")) {
            named.forEach(option -> now.add(line(process, option, joined(option))));
        }
        if (options.isEmpty()) {
            notNow.add(new NotNow(process.name(), "没有可以" + desk.deed(process.key()) + "的集群。"));
        }
        List<StartOption> refused =
                options.stream().filter(option -> !option.open()).toList();
        if (refused.size() > ONE_BY_ONE) {
            notNow.add(new NotNow(
                    process.name(), "另有" + refused.size() + "个现在不能" + desk.deed(process.key()) + "，各自的原因见发起页面。"));
        } else {
            refused.stream()
                    .map(StartOption::refusal)
                    .distinct()
                    .forEach(reason -> notNow.add(new NotNow(process.name(), reason)));
        }
    }

    private static String joined(StartOption option) {
        return option.about().isEmpty() ? option.label() : option.label() + " · " + option.about();
    }

    private Line line(Process process, StartOption option, String about) {
        return new Line(
                process.name(),
                about,
                Due.of(option.until(), LocalDate.now(clock)),
                desk.deed(process.key()),
                path(process, option.value()));
    }

    private static String path(Process process, String value) {
        String page = "/start/" + process.key();
        return value == null ? page : page + "?" + StartPages.CHOICE + "=" + value;
    }
}
