package org.smecluster.starting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/** The list of what can be begun, and the check against it. */
@Component
public class StartList {

    /** What a select of a start form names as its {@code valuesKey}, to be filled from this list. */
    public static final String VALUES_KEY = "startChoices";

    private static final String DEED = "发起";

    private final Map<String, Startable> procedures;

    StartList(List<Startable> procedures) {
        this.procedures =
                procedures.stream().collect(Collectors.toUnmodifiableMap(Startable::process, Function.identity()));
    }

    /** A process of which nothing is known but that it can be started can be begun at any time. */
    public List<StartOption> options(String process, Account person) {
        Startable known = procedures.get(process);
        return known == null ? List.of(StartOption.anew("", "", null, Optional.empty())) : known.options(person);
    }

    public String deed(String process) {
        Startable known = procedures.get(process);
        return known == null ? DEED : known.deed();
    }

    /** The field of the start form in which something is to be chosen; empty where nothing is. */
    public Optional<String> field(String process) {
        return Optional.ofNullable(procedures.get(process)).map(Startable::field);
    }

    /**
     * Why the process cannot be begun with that; empty where it can.
     *
     * @param value as in the field, null or empty where nothing was chosen
     */
    public Optional<String> whyNot(String process, String value, Account person) {
        String wanted = value == null || value.isBlank() ? null : value;
        List<StartOption> options = options(process, person);
        Optional<StartOption> chosen = options.stream()
                .filter(option -> wanted == null ? option.value() == null : wanted.equals(option.value()))
                .findFirst();
        if (chosen.isPresent()) {
            return Optional.ofNullable(chosen.get().refusal());
        }
        if (wanted != null) {
            return Optional.of("“" + wanted + "”不在可以选择的范围内，请从所列选项中选择");
        }
        return options.stream().anyMatch(StartOption::open)
                ? Optional.empty() // what is left empty the form itself refuses, where it is required
                : Optional.of(options.stream()
                        .findFirst()
                        .map(StartOption::refusal)
                        .orElse("现在没有可以" + deed(process) + "的集群"));
    }
}
