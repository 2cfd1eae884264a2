package org.smecluster.scope;

/**
 * One resource and who may use it.
 *
 * @param method GET asks what is read; every other one is tried by those only who may not, and must change nothing
 * @param path with variables in braces, filled from {@link TriedCase#ids}
 * @param sent the body or, of a form, the fields; null for none
 * @param answer what those who may not are told
 */
record Row(String method, String path, String query, Rule rule, String sent, Answer answer) {

    enum Answer {
        /** 403 or 404, or, without a login, 401 or the way to the login page. */
        REFUSED,
        /** An empty list or a count of nothing; or refused. */
        EMPTY,
        /** Whatever is said, nothing changes and nothing of the case is told. */
        NO_EFFECT
    }

    /** Those who may are answered 200, the others refused. */
    static Row page(String path, Rule rule) {
        return page(path, "", rule);
    }

    /** @param query beginning with {@code ?} */
    static Row page(String path, String query, Rule rule) {
        return new Row("GET", path, query, rule, null, Answer.REFUSED);
    }

    /** A form of ours, {@code name=value&…}; valid but for the person who sends it. */
    static Row post(String path, Rule rule, String fields) {
        return new Row("POST", path, "", rule, fields, Answer.REFUSED);
    }

    static Row get(String path, Rule rule) {
        return page(path, "", rule);
    }

    /** A list that is open to all who have signed in, and empty for those to whom it has nothing. */
    static Row list(String path, Rule rule) {
        return new Row("GET", path, "", rule, null, Answer.EMPTY);
    }

    static Row write(String method, String path, Rule rule, String json) {
        return new Row(method, path, "", rule, json, Answer.REFUSED);
    }

    Row query(String more) {
        return new Row(method, path, more, rule, sent, answer);
    }

    Row withoutEffect() {
        return new Row(method, path, query, rule, sent, Answer.NO_EFFECT);
    }

    Row only(Rule admitted) {
        return new Row(method, path, query, rule.and(admitted), sent, answer);
    }

    /** As a mapping is called in the matrix. */
    String name() {
        return method + " " + path;
    }

    /** Whether the answer depends on the case, by an id in its path or query or by its rule. */
    boolean ofCase() {
        return (path + query + sent).contains("{");
    }
}
