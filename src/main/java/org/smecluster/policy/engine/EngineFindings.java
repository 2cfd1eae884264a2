package org.smecluster.policy.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelsRefused;
import org.xml.sax.SAXParseException;

/** What the engine itself found wrong in a model that the list lets through. */
final class EngineFindings {

    private static final String REMEDY = "请在 Camunda Modeler 中改正后重新部署";
    private static final String SAYS = "引擎不接受：";
    private static final Pattern PREFIX = Pattern.compile("(?s)^(?:ENGINE|DMN)-[0-9]+\\s+");
    private static final Pattern QUOTED_FILE = Pattern.compile("'([^']{1,200}\\.(?:bpmn|dmn|form))'");

    private EngineFindings() {}

    /** Empty where it was not the model's fault: a database that does not answer, an error of the JVM. */
    static Optional<ModelsRefused> in(RuntimeException failed, Collection<String> files) {
        String file = files.size() == 1 ? files.iterator().next() : "（其中一个文件）";
        int line = 0;
        Throwable deepest = failed;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException || cause instanceof PersistenceException) {
                return Optional.empty();
            }
            if (cause instanceof ParseException parsed) {
                return Optional.of(ModelsRefused.of(findings(parsed)));
            }
            if (cause instanceof SAXParseException malformed) {
                line = malformed.getLineNumber();
            }
            if (cause.getMessage() != null) {
                Matcher named = QUOTED_FILE.matcher(cause.getMessage());
                file = named.find() ? named.group(1) : file;
            }
            deepest = cause;
        }
        return Optional.of(ModelsRefused.of(List.of(new ModelFinding(file, line, null, SAYS + said(deepest), REMEDY))));
    }

    private static List<ModelFinding> findings(ParseException parsed) {
        return parsed.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream().map(error -> finding(report.getResourceName(), error)))
                .toList();
    }

    private static ModelFinding finding(String file, Problem error) {
        String element = error.getMainElementId();
        return new ModelFinding(
                file,
                error.getLine(),
                element == null ? null : element.replaceFirst("#multiInstanceBody$", ""),
                SAYS + clean(error.getMessage()),
                REMEDY);
    }

    /** What Java says of a missing value tells nobody anything. */
    private static String said(Throwable deepest) {
        return deepest instanceof NullPointerException || deepest.getMessage() == null
                ? "模型不完整，缺少引擎需要的内容"
                : clean(deepest.getMessage());
    }

    private static String clean(String message) {
        String line =
                PREFIX.matcher(String.valueOf(message)).replaceFirst("").strip().replaceAll("\\s+", " ");
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }
}
