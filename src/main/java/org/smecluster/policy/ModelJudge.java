package org.smecluster.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges the files of one deployment, all at once, by the list of what a model may contain. */
public final class ModelJudge {

    private final ModelRules allowed;

    public ModelJudge(AllowedInModels allowed) {
        this.allowed = allowed.rules();
    }

    /** @throws ModelsRefused with everything that was found */
    public void require(Collection<ModelSource> files) {
        List<ModelFinding> findings = findings(files);
        if (!findings.isEmpty()) {
            int listed = Math.min(findings.size(), allowed.limit("findings"));
            throw new ModelsRefused(findings.subList(0, listed), findings.size() - listed);
        }
    }

    /** In the order of files and lines; empty where the files may be deployed. */
    public List<ModelFinding> findings(Collection<ModelSource> files) {
        Findings findings = new Findings(allowed);
        if (files.size() > allowed.limit("files")) {
            findings.add(
                    "（全部文件）", 0, null, "一次部署了" + files.size() + "个文件", "请分几次部署，每次不超过" + allowed.limit("files") + "个");
            return findings.all();
        }
        files.forEach(file -> judge(file, findings));
        return findings.all().stream()
                .sorted(Comparator.comparing(ModelFinding::file).thenComparingInt(ModelFinding::line))
                .toList();
    }

    private void judge(ModelSource file, Findings findings) {
        String name = Findings.shortened(file.name());
        if (!allowed.mayBeCalled(file.name())) {
            findings.add(name, 0, null, "文件名含有不能用的字符，或者过长", "文件名请只用文字、数字、-、_ 和 .，不超过200字");
            return;
        }
        if (!allowed.mayEnd(file.ending())) {
            findings.add(name, 0, null, "这类文件不能部署", "只能部署流程（.bpmn）、决策（.dmn）和表单（.form），后缀用小写");
            return;
        }
        if (file.content().length > allowed.limit("bytes")) {
            findings.add(name, 0, null, "文件过大", "请拆成几个文件，每个不超过" + allowed.limit("bytes") / 1_000_000 + "MB");
            return;
        }
        Optional<String> text = Utf8.text(file.content());
        if (text.isEmpty()) {
            findings.add(name, 0, null, "文件不是 UTF-8 编码，或者含有乱码", "请另存为 UTF-8");
            return;
        }
        switch (file.ending()) {
            case "bpmn" -> new XmlJudge(allowed, findings, name).judge(text.get(), "bpmn:definitions");
            case "dmn" -> new XmlJudge(allowed, findings, name).judge(text.get(), "dmn:definitions");
            default -> new FormJudge(allowed, findings, name).judge(text.get());
        }
    }
}
