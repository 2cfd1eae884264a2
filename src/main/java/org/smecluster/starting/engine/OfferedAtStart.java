package org.smecluster.starting.engine;

import java.util.List;
import java.util.Map;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.StartChoices;
import org.smecluster.starting.StartList;
import org.smecluster.starting.StartOption;
import org.springframework.stereotype.Component;

/** Fills a start form's select from the list, and holds what came of it against the same list. */
@Component
class OfferedAtStart implements StartChoices {

    private final StartList list;
    private final ActingPerson person;

    OfferedAtStart(StartList list, ActingPerson person) {
        this.list = list;
        this.person = person;
    }

    @Override
    public List<Map<String, String>> offered(String process, String valuesKey) {
        return StartList.VALUES_KEY.equals(valuesKey)
                ? person.find()
                        .map(starter -> offered(list.options(process, starter)))
                        .orElse(List.of())
                : null;
    }

    /** Those that can be begun now. */
    static List<Map<String, String>> offered(List<StartOption> options) {
        return options.stream()
                .filter(option -> option.open() && option.value() != null)
                .map(option -> Map.of("value", option.value(), "label", option.label()))
                .toList();
    }
}
