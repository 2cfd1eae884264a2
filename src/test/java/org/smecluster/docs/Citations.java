package org.smecluster.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.smecluster.law.Article;

/** Articles of the Measures as a text cites them: 第十二条(三), 第十七条(一)、(二), 第十一条(一)至(八), 第十至十三条. */
final class Citations {

    private static final String NUMBER = "([一二三四五六七八九十]+)";
    private static final Pattern ARTICLES =
            Pattern.compile("第" + NUMBER + "(?:条?至第?" + NUMBER + ")?条((?:[、和至]?[(（]" + NUMBER + "[)）])*)");
    private static final Pattern ITEMS = Pattern.compile("(至?)[(（]" + NUMBER + "[)）]");

    static final Comparator<Article> BY_NUMBER =
            Comparator.comparingInt(Article::number).thenComparingInt(Article::item);

    private Citations() {}

    static Set<Article> in(String text) {
        Set<Article> cited = new TreeSet<>(BY_NUMBER);
        ARTICLES.matcher(text).results().flatMap(Citations::articles).forEach(cited::add);
        return cited;
    }

    private static Stream<Article> articles(MatchResult match) {
        int first = number(match.group(1));
        if (match.group(2) != null) {
            return IntStream.rangeClosed(first, number(match.group(2))).mapToObj(Article::of);
        }
        List<Integer> items = new ArrayList<>();
        ITEMS.matcher(match.group(3)).results().forEach(item -> {
            int to = number(item.group(2));
            int from = item.group(1).isEmpty() || items.isEmpty() ? to : items.get(items.size() - 1) + 1;
            IntStream.rangeClosed(from, to).forEach(items::add);
        });
        return items.isEmpty() ? Stream.of(Article.of(first)) : items.stream().map(item -> Article.of(first, item));
    }

    private static int number(String chinese) {
        int ten = chinese.indexOf('十');
        if (ten < 0) {
            return digit(chinese);
        }
        return (ten == 0 ? 1 : digit(chinese.substring(0, ten))) * 10 + digit(chinese.substring(ten + 1));
    }

    private static int digit(String chinese) {
        return chinese.isEmpty() ? 0 : "零一二三四五六七八九".indexOf(chinese);
    }
}
