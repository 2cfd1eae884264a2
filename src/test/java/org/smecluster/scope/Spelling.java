package org.smecluster.scope;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The other ways to write a path that some server or other would take for the same. */
final class Spelling {

    private Spelling() {}

    /** @param path without its query */
    static Set<String> othersOf(String path) {
        int last = path.lastIndexOf('/');
        String before = path.substring(0, last);
        String name = path.substring(last + 1);
        Set<String> others = new LinkedHashSet<>();
        others.add(path + "/");
        others.add(path + "//");
        others.add(before + "//" + name);
        others.add(path.replaceFirst("^/([^/]+)/", "/$1//"));
        others.add("/" + path);
        others.add(before + "/" + encodedFirst(name));
        others.add("/" + encodedFirst(path.substring(1)));
        others.add(before + "%2F" + name);
        others.add(before + "%5C" + name);
        others.add(path + ";x=1");
        others.add(before + ";x=1/" + name);
        others.add(path + "%3Bx=1");
        others.add(before + "/./" + name);
        others.add(before + "/x/../" + name);
        others.add(before + "/%2e/" + name);
        others.add(before + "/x/%2e%2e/" + name);
        others.add(before + "/" + name.toUpperCase(Locale.ROOT));
        others.add(path.toUpperCase(Locale.ROOT));
        others.add(path + ".json");
        others.add(path + "%20");
        others.add(path + "%00");
        others.add(path + "%2500");
        others.removeIf(other -> other.equals(path) || !other.startsWith("/"));
        return others;
    }

    private static String encodedFirst(String name) {
        return name.isEmpty() ? "%2f" : "%" + Integer.toHexString(name.charAt(0)) + name.substring(1);
    }
}
