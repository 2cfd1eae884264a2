package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the contracts of beans say that the program writes and sends. */
final class ContractedProducers implements Producers {

    private final BeanContracts contracts;
    private final Map<String, List<String>> sentAtOnce;
    private final Map<String, List<Integer>> sizes = new LinkedHashMap<>();

    /**
     * @param sentAtOnce messages that a bean sends to its own case while it runs
     * @param sizes how many items a collection may have, where that is known
     */
    ContractedProducers(
            BeanContracts contracts, Map<String, List<String>> sentAtOnce, Map<String, List<Integer>> sizes) {
        this.contracts = contracts;
        this.sentAtOnce = sentAtOnce;
        this.sizes.putAll(sizes);
    }

    @Override
    public List<Map<String, List<Value>>> writtenBy(String bean) {
        BeanContract contract = contracts.bean(bean).orElse(null);
        if (contract == null) {
            return List.of();
        }
        Map<String, List<Value>> all = values(contract.writes());
        if (contract.together().isEmpty()) {
            return List.of(all);
        }
        List<Map<String, List<Value>>> alternatives = new ArrayList<>();
        for (Map<String, Object> row : contract.together()) {
            Map<String, List<Value>> one = new LinkedHashMap<>(all);
            row.forEach((name, value) -> one.put(name, List.of(Value.of(value))));
            alternatives.add(one);
        }
        return alternatives;
    }

    private static Map<String, List<Value>> values(Map<String, BeanContract.Written> writes) {
        Map<String, List<Value>> all = new LinkedHashMap<>();
        writes.forEach((name, written) -> {
            List<Value> values = new ArrayList<>();
            if (written.values().isEmpty()) {
                values.addAll(ANYTHING);
            }
            written.values().forEach(each -> values.add(Value.of(each)));
            if (!written.always()) {
                values.add(Value.KEPT);
            }
            all.put(name, values);
        });
        return all;
    }

    @Override
    public Map<String, List<Value>> comesWith(String message) {
        return isSent(message) ? values(contracts.messages().get(message).carries()) : Map.of();
    }

    @Override
    public boolean isSent(String message) {
        return contracts.messages().containsKey(message);
    }

    @Override
    public Set<String> sentAtOnceBy(String bean) {
        return new LinkedHashSet<>(sentAtOnce.getOrDefault(bean, List.of()));
    }

    @Override
    public boolean isSentByBeansOnly(String message) {
        return sentAtOnce.values().stream().anyMatch(names -> names.contains(message));
    }

    @Override
    public List<Integer> sizes(String collection) {
        return sizes.getOrDefault(collection, List.of(0, 1, 2));
    }

    @Override
    public Set<String> fieldsRead(String form) {
        Map<String, FieldContract> fields = contracts.forms().get(form);
        return fields == null ? Set.of() : fields.keySet();
    }
}
