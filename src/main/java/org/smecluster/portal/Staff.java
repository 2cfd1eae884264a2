package org.smecluster.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.stereotype.Component;

/** Everybody who works on cases, for choosing one on screen. */
@Component
class Staff {

    private static final List<String> BEYOND_THE_UNITS =
            List.of(StaffGroup.OFFICERS, StaffGroup.LEADERS, StaffGroup.EXPERTS);

    private final Units units;
    private final Accounts accounts;

    Staff(Units units, Accounts accounts) {
        this.units = units;
        this.accounts = accounts;
    }

    List<Account> all() {
        List<String> groups =
                new ArrayList<>(units.all().stream().map(Unit::group).toList());
        groups.addAll(BEYOND_THE_UNITS);
        Map<String, Account> found = new LinkedHashMap<>();
        groups.forEach(group -> accounts.inGroup(group).forEach(each -> found.putIfAbsent(each.userId(), each)));
        return found.values().stream()
                .sorted(Comparator.comparing(Account::userId))
                .toList();
    }
}
