package org.smecluster.opendata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.law.TypedText;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.PublicCluster;
import org.smecluster.registry.PublicRegister;
import org.smecluster.registry.PublicSearch;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The public list as data. Whoever asks gets the latest release; where the registry or the choice of fields has changed since,
 * a new one is made then, and what changed is entered in the log.
 */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class OpenData {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_CHANGE = 2000;

    private final OpenDataReleases releases;
    private final PublicRegister register;
    private final Units units;
    private final Clock clock;

    OpenData(OpenDataReleases releases, PublicRegister register, Units units, Clock clock) {
        this.releases = releases;
        this.register = register;
        this.units = units;
        this.clock = clock;
    }

    /** Those that the region has approved; until it has approved any, those of the notice. */
    @Transactional(readOnly = true)
    public List<OpenDataField> fields() {
        return releases.choice().map(OpenDataChoice::fields).orElseGet(OpenDataField::ofNotice);
    }

    /** Empty until the region has approved any. */
    @Transactional(readOnly = true)
    public Optional<OpenDataChoice> choice() {
        return releases.choice();
    }

    /**
     * @param fields names of {@link OpenDataField}, may be null
     * @param reason as typed, may be null
     * @throws Refusal where the person is no leader of the region, a name is none of a field, the cluster's name is left out, or
     *     no reason is given
     */
    public void choose(List<String> fields, String reason, Account by) {
        if (!by.groups().contains(StaffGroup.LEADERS)) {
            throw new Refusal("开放数据的字段由自治区审定人员批准");
        }
        List<OpenDataField> chosen = (fields == null ? List.<String>of() : fields)
                .stream()
                        .map(name ->
                                OpenDataField.of(name).orElseThrow(() -> new Refusal("没有“" + name + "”这个字段，请刷新页面")))
                        .distinct()
                        .sorted()
                        .toList();
        List<String> reasons = new ArrayList<>();
        if (!chosen.contains(OpenDataField.NAME)) {
            reasons.add("集群名称必须公布，请勾选");
        }
        String typed = TypedText.line(reason == null ? "" : reason);
        if (typed.isBlank() || typed.length() > LONGEST_REASON) {
            reasons.add("请填写批准的理由，不超过" + LONGEST_REASON + "字");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        if (chosen.equals(fields())) {
            throw new Refusal("勾选的字段与现在公布的相同，没有改变");
        }
        releases.choose(new OpenDataChoice(chosen, typed, by.userId(), by.displayName(), clock.instant()));
    }

    /** As the registry and the choice stand now. */
    public OpenDataRelease release() {
        List<OpenDataField> fields = fields();
        Map<String, Map<OpenDataField, String>> lines = lines(fields);
        String digest = digest(fields, lines);
        OpenDataRelease latest = releases.latest().orElse(null);
        if (latest != null && latest.sha256().equals(digest)) {
            return latest;
        }
        OpenDataRelease next = new OpenDataRelease(0, digest, fields, lines, clock.instant());
        long before = latest == null ? 0 : latest.id();
        // of two at once the other has made the same
        releases.add(next, before, latest == null ? List.of() : changes(latest, next));
        return releases.latest().orElseThrow(() -> new Overtaken("数据刚刚更新，请刷新页面"));
    }

    @Transactional(readOnly = true)
    public int countChanges() {
        return releases.countChanges();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<OpenDataChange> changes(int from, int size) {
        return releases.changes(from, size);
    }

    private Map<String, Map<OpenDataField, String>> lines(List<OpenDataField> fields) {
        PublicSearch listed = register.listed(PublicSearch.all(), PublicSearch.Order.NUMBER);
        Map<String, String> places = units.all().stream().collect(Collectors.toMap(Unit::code, Unit::name));
        Map<String, String> groups = units.all().stream().collect(Collectors.toMap(Unit::group, Unit::name));
        Map<String, Map<OpenDataField, String>> lines = new TreeMap<>();
        for (PublicCluster cluster : register.page(listed, 0, register.count(listed))) {
            Map<OpenDataField, String> line = new EnumMap<>(OpenDataField.class);
            for (OpenDataField field : fields) {
                Object value =
                        switch (field) {
                            case NAME -> cluster.name();
                            case INDUSTRY -> cluster.leadingIndustry();
                            case APPLICANT -> groups.get(cluster.applicantGroup());
                            case COUNTY -> places.get(cluster.countyCode());
                            case CITY -> places.get(cluster.cityCode());
                            case NUMBER -> cluster.clusterNumber();
                            case RECOGNISED_ON -> cluster.recognisedOn();
                            case DOCUMENT -> cluster.documentNumber();
                            case TERM_ENDS_ON -> cluster.termEndsOn();
                            case VALIDITY -> register.words(cluster);
                        };
                if (value != null) {
                    line.put(field, value.toString());
                }
            }
            lines.put(cluster.clusterNumber(), line);
        }
        return lines;
    }

    private static String digest(List<OpenDataField> fields, Map<String, Map<OpenDataField, String>> lines) {
        StringBuilder text = new StringBuilder(fields.toString());
        lines.forEach((number, line) -> {
            text.append('\n').append(number);
            line.forEach((field, value) -> text.append('\t')
                    .append(field)
                    .append('=')
                    .append(value.length())
                    .append(':')
                    .append(value));
        });
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<OpenDataChange> changes(OpenDataRelease before, OpenDataRelease now) {
        List<OpenDataChange> changes = new ArrayList<>();
        if (!before.fields().equals(now.fields())) {
            changes.add(change(OpenDataChange.Kind.FIELDS, "", "公布的字段改为：" + labels(now.fields())));
        }
        for (String number : before.numbers()) {
            if (!now.numbers().contains(number)) {
                changes.add(change(
                        OpenDataChange.Kind.REMOVED,
                        before.lines().get(number).get(OpenDataField.NAME),
                        register.find(number)
                                .map(cluster -> "不在名单上：" + cluster.standing().label())
                                .orElse("不在名单上")));
            }
        }
        List<OpenDataField> both =
                before.fields().stream().filter(now.fields()::contains).toList();
        now.lines().forEach((number, line) -> {
            Map<OpenDataField, String> was = before.lines().get(number);
            if (was == null) {
                changes.add(change(OpenDataChange.Kind.ADDED, line.get(OpenDataField.NAME), "列入名单"));
            } else {
                String what = both.stream()
                        .filter(field -> !Objects.equals(was.get(field), line.get(field)))
                        .map(field -> field.label() + "由“" + was.getOrDefault(field, "") + "”改为“"
                                + line.getOrDefault(field, "") + "”")
                        .collect(Collectors.joining("；"));
                if (!what.isEmpty()) {
                    changes.add(change(OpenDataChange.Kind.CORRECTED, line.get(OpenDataField.NAME), what));
                }
            }
        });
        changes.sort(Comparator.comparing(OpenDataChange::kind));
        return changes;
    }

    private static String labels(List<OpenDataField> fields) {
        return fields.stream().map(OpenDataField::label).collect(Collectors.joining("、"));
    }

    private OpenDataChange change(OpenDataChange.Kind kind, String clusterName, String what) {
        String told = what.length() > LONGEST_CHANGE ? what.substring(0, LONGEST_CHANGE) : what;
        return new OpenDataChange(0, kind, clusterName, told, clock.instant());
    }
}
