package org.smecluster.engine.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/**
 * What a password must be: long, not the person's own name, and not soon guessed. No kinds of characters are asked for
 * (ASVS 2.1.9): they made {@code aaaaaaaaaaA1#} a good one. How soon it is guessed zxcvbn estimates, from lists of common
 * passwords, names and words, keyboard rows, repeats, sequences and dates.
 */
class PasswordRules implements PasswordPolicy {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;

    /** Of zxcvbn's five scores; 3 stands for 10^8 guesses and more, which a hundred an hour never reach. */
    private static final int SAFE = 3;

    /** Beyond it zxcvbn takes long and learns nothing. */
    private static final int MEASURED = 64;

    /** Shorter parts of a name stand in many words. */
    private static final int SHORTEST_NAME = 3;

    /** What somebody here thinks of first and no English list holds. */
    private static final List<String> LOCAL = List.of(
            "ningxia",
            "yinchuan",
            "shizuishan",
            "wuzhong",
            "guyuan",
            "zhongwei",
            "huizu",
            "jiqun",
            "nxjq",
            "smecluster",
            "camunda",
            "gongxin",
            "gongxinting",
            "zhongxiaoqiye",
            "tesechanye",
            "guanliyuan",
            "admin",
            "administrator",
            "mima",
            "wodemima",
            "woaini",
            "nihao",
            "zhongguo",
            "5201314",
            "1314520",
            "mima123456",
            "woaini1314");

    private static final Zxcvbn GUESSING = new Zxcvbn();

    private record Rule(String sentence, BiPredicate<String, User> holds) implements PasswordPolicyRule {

        /** The web apps look it up among their texts and, finding none, show it as it stands. */
        @Override
        public String getPlaceholder() {
            return sentence;
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return holds.test(password, null);
        }

        @Override
        public boolean execute(String password, User user) {
            return holds.test(password, user);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "有" + SHORTEST + "至" + LONGEST + "个字符，可以是一句话",
                    (password, user) -> length(password) >= SHORTEST && length(password) <= LONGEST),
            new Rule("不含用户名、姓名和邮箱", (password, user) -> ownWords(user).noneMatch(lower(password)::contains)),
            new Rule("不是常见密码、地名、年份、键盘顺序或重复字符的简单组合", PasswordRules::hardToGuess));

    static final List<String> SENTENCES = RULES.stream().map(Rule::sentence).toList();

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.copyOf(RULES);
    }

    private static boolean hardToGuess(String password, User user) {
        List<String> thoughtOfFirst = new ArrayList<>(LOCAL);
        ownWords(user).forEach(thoughtOfFirst::add);
        String measured = password.length() <= MEASURED ? password : password.substring(0, MEASURED);
        return !measured.isEmpty() && GUESSING.measure(measured, thoughtOfFirst).getScore() >= SAFE;
    }

    private static Stream<String> ownWords(User user) {
        return user == null
                ? Stream.empty()
                : Stream.of(
                                user.getId(),
                                user.getFirstName(),
                                user.getLastName(),
                                text(user.getFirstName()) + text(user.getLastName()),
                                user.getEmail())
                        .map(PasswordRules::text)
                        .map(PasswordRules::lower)
                        .filter(word -> word.length()
                                >= (word.codePoints().anyMatch(Character::isIdeographic) ? 2 : SHORTEST_NAME));
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
