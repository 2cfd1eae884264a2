package org.smecluster.policy.guard.variants;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** The same decisions written otherwise, and what a policy owner may decide. */
final class HarmlessDecisions {

    private HarmlessDecisions() {}

    static void describe(Catalogue all) {
        for (String file : Catalogue.DECISION_FILES) {
            List<String> decisions = file.equals("basicConditions") ? SpoiltDecisions.CONDITIONS : List.of(file);
            all.dmn("规则的次序改变", file, "颠倒", m -> {
                for (String decision : decisions) {
                    List<Element> rules = m.rules(decision);
                    for (int i = rules.size() - 1; i >= 0; i--) {
                        m.table(decision).appendChild(rules.get(i));
                    }
                }
                return Set.of();
            });
            all.dmn("批注和列名改变", file, "全部", m -> {
                m.all("description").forEach(words -> words.setTextContent("修订：" + words.getTextContent()));
                m.all("input").forEach(input -> input.setAttribute("label", input.getAttribute("label") + "*"));
                m.all("output").forEach(output -> output.setAttribute("label", "列 " + output.getAttribute("name")));
                return Set.of();
            });
            all.dmn("批注删去", file, "全部", m -> {
                m.all("description").forEach(Dom::remove);
                m.all("knowledgeSource").forEach(Dom::remove);
                m.all("authorityRequirement").forEach(Dom::remove);
                Dom.below(m.document().getDocumentElement(), "*", "DMNDI").forEach(Dom::remove);
                return Set.of();
            });
            all.dmn("规则改标识", file, "全部", m -> {
                int number = 0;
                for (Element rule : m.all("rule")) {
                    rule.setAttribute("id", "DecisionRule_" + number++);
                    for (Element cell : Dom.below(rule, Dmn.MODEL, "*")) {
                        if (cell.hasAttribute("id")) {
                            cell.setAttribute("id", "Cell_" + number++);
                        }
                    }
                }
                return Set.of();
            });
            all.dmn("版本标签改变", file, file, m -> {
                m.all("decision").forEach(one -> one.setAttributeNS(Dmn.CAMUNDA, "camunda:versionTag", "2027-01-01"));
                return Set.of();
            });
            String decision = decisions.get(0);
            if (new Files().dmn(file).outputs(decision).size() > 1) {
                all.dmn("输出列的次序改变", file, decision, m -> {
                    swap(m.outputs(decision));
                    m.rules(decision).forEach(rule -> swap(m.out(rule)));
                    return Set.of();
                });
            }
            if (new Files().dmn(file).inputs(decision).size() > 1) {
                all.dmn("输入列的次序改变", file, decision, m -> {
                    swap(m.inputs(decision));
                    m.rules(decision).forEach(rule -> swap(m.in(rule)));
                    return Set.of();
                });
            }
        }
        for (SpoiltThresholds.Threshold one : SpoiltThresholds.ALL) {
            all.dmn("达到的规则分成两条", one.file(), one.code(), m -> split(m, one));
            all.dmn("限值换一种写法", one.file(), one.code(), m -> {
                String number = one.number()
                        .replaceAll("0$", "")
                        .replaceAll("^1$", "1.0")
                        .replaceAll("^10$", "100");
                if (one.number().equals("100")) {
                    number = "100.0";
                }
                if (one.number().equals("20") || one.number().equals("40")) {
                    number = one.number() + ".0";
                }
                return SpoiltThresholds.set(m, one, "? " + one.met(number), "? " + one.missed(number));
            });
            all.dmn(
                    "限值写明不为空",
                    one.file(),
                    one.code(),
                    m -> SpoiltThresholds.set(m, one, "? != null and ? " + one.met(one.number()), null));
            if (one.code().equals("policyCoverageRate")) {
                continue; // 全覆盖 has no other value
            }
            boolean reference =
                    Set.of("innovationPlatformCount", "standardCount").contains(one.code());
            all.dmn(reference ? "参考口径一致修改" : "限值和文字一致修改", one.file(), one.code(), m -> {
                String to = one.number().equals("1") ? "2" : SpoiltThresholds.other(one.number());
                SpoiltThresholds.words(m, one, one.words().replaceAll("\\d+", percent(one, to)));
                return SpoiltThresholds.set(m, one, one.met(to), one.missed(to));
            });
        }
        cells(all);
        owners(all);
    }

    private static String percent(SpoiltThresholds.Threshold one, String to) {
        return one.words().contains("%") ? String.valueOf(Math.round(Double.parseDouble(to) * 100)) : to;
    }

    private static void swap(List<Element> pair) {
        pair.get(0).getParentNode().insertBefore(pair.get(1), pair.get(0));
    }

    private static Set<String> split(Dmn m, SpoiltThresholds.Threshold one) {
        Element met = SpoiltThresholds.rules(m, one).stream()
                .filter(rule ->
                        Dmn.text(m.in(one.decision(), rule, one.input())).equals(one.met(one.number())))
                .findFirst()
                .orElseThrow();
        Element copy = m.copy(met, "_more");
        Element first = m.in(one.decision(), met, one.input());
        Element second = m.in(one.decision(), copy, one.input());
        switch (one.met().substring(0, 2)) {
            case "<=" -> {
                Dmn.text(first, "< 50");
                Dmn.text(second, "[50.." + one.number() + "]");
            }
            case ">=" -> {
                Dmn.text(first, "[" + one.number() + "..900]");
                Dmn.text(second, "> 900");
            }
            default -> {
                Dmn.text(first, "(" + one.number() + "..900]");
                Dmn.text(second, "> 900");
            }
        }
        return Set.of();
    }

    private static void cells(Catalogue all) {
        String veto = "vetoConditions";
        all.dmn("列出的代码分成几条", veto, "accidentVetoed", m -> {
            Element copy = m.copy(m.get("vetoConditions_accidentVetoed"), "_pollution");
            Dmn.text(m.in(veto, m.get("vetoConditions_accidentVetoed"), "incidentType"), "\"SAFETY\", \"QUALITY\"");
            Dmn.text(m.in(veto, copy, "incidentType"), "\"POLLUTION\"");
            return Set.of();
        });
        all.dmn("列出的代码分成几条", veto, "等级", m -> {
            Element copy = m.copy(m.get("vetoConditions_cyberVetoed"), "_extra");
            Dmn.text(m.in(veto, m.get("vetoConditions_cyberVetoed"), "incidentLevel"), "\"MAJOR\"");
            Dmn.text(m.in(veto, copy, "incidentLevel"), "\"EXTRAORDINARY\"");
            return Set.of();
        });
        all.dmn("列出的代码次序改变", veto, "全部", m -> {
            m.rules(veto).forEach(rule -> {
                Element cell = m.in(veto, rule, "incidentType");
                if (Dmn.text(cell).startsWith("\"")) {
                    List<String> codes = new ArrayList<>(List.of(Dmn.text(cell).split(", ")));
                    java.util.Collections.reverse(codes);
                    Dmn.text(cell, String.join(",", codes));
                }
            });
            return Set.of();
        });
        all.dmn("理由的文字改变", veto, "全部", m -> {
            m.rules(veto).forEach(rule -> {
                Element cell = m.out(veto, rule, "reason");
                Dmn.text(cell, Dmn.text(cell).replaceFirst("\"$", "（请核对）\""));
            });
            return Set.of();
        });
        all.dmn("理由的文字改变", "applicantEligibility", "全部", m -> {
            m.rules("applicantEligibility").forEach(rule -> {
                Element cell = m.out("applicantEligibility", rule, "reason");
                Dmn.text(cell, Dmn.text(cell).replaceFirst("\"$", "（请核对）\""));
            });
            return Set.of();
        });
        all.dmn("两条规则合并", "changeSignificance", "主导产业和范围", m -> {
            Dom.remove(m.get("changeSignificance_area"));
            Element rule = m.get("changeSignificance_leadingIndustry");
            Dmn.text(m.in("changeSignificance", rule, "changeKind"), "\"LEADING_INDUSTRY\", \"AREA\"");
            Dmn.text(m.out("changeSignificance", rule, "reason"), "\"主导产业、空间范围变更属于重大变动，应当备案（第十五条）。\"");
            return Set.of();
        });
        all.dmn("两条规则合并", "clusterStateRights", "失效和撤销", m -> {
            Dom.remove(m.get("clusterStateRights_lapsed"));
            Dmn.text(
                    m.in("clusterStateRights", m.get("clusterStateRights_revoked"), "state"),
                    "\"LAPSED\", \"REVOKED\"");
            return Set.of();
        });
        all.dmn("一条规则分成两条", "clusterStateRights", "认定", m -> {
            Element copy = m.copy(m.get("clusterStateRights_recognised"), "_after");
            Dmn.text(m.in("clusterStateRights", m.get("clusterStateRights_recognised"), "termEnded"), "? != true");
            Dmn.text(m.in("clusterStateRights", copy, "termEnded"), "true");
            return Set.of();
        });
        all.dmn("是否值换一种写法", "basicConditions", "chainCollaboration", m -> {
            m.rules("chainCollaboration").forEach(rule -> m.in(rule).forEach(cell -> {
                switch (Dmn.text(cell)) {
                    case "true" -> Dmn.text(cell, "? = true");
                    case "false" -> Dmn.text(cell, "? = false");
                    case "null" -> Dmn.text(cell, "? = null");
                    default -> {
                        // empty
                    }
                }
            }));
            return Set.of();
        });
        all.dmn("一条规则分成两条", "basicConditions", "energyEfficiency", m -> {
            Element rule = m.get("greenDevelopment_energyEfficiency_above");
            Element copy = m.copy(rule, "_unknown");
            Dmn.text(m.in("greenDevelopment", rule, "highEnergyIndustry"), "true");
            Dmn.text(m.in("greenDevelopment", copy, "highEnergyIndustry"), "null");
            return Set.of();
        });
        all.dmn("一条规则分成两条", "basicConditions", "qualityEnterprises", m -> {
            Element rule = m.get("gradientCultivation_qualityEnterprises_byQualitySme");
            Element copy = m.copy(rule, "_unknown");
            Dmn.text(m.in("gradientCultivation", rule, "championOrLittleGiantCount"), "< 1");
            Dmn.text(m.in("gradientCultivation", copy, "championOrLittleGiantCount"), "null");
            return Set.of();
        });
    }

    /** What the tables leave to the policy owner. */
    private static void owners(Catalogue all) {
        String clauses = "conditionClauses";
        all.dmn("加逐条判断的条件", clauses, "talentPolicy", m -> {
            Element copy = m.copy(m.get("conditionClauses_nicheStanding"), "_talent");
            Dmn.text(m.in(copy).get(0), ">= 2027");
            Dmn.text(m.out(clauses, copy, "clause"), "\"talentPolicy\"");
            Dmn.text(m.out(clauses, copy, "label"), "\"人才引进\"");
            Dmn.text(m.out(clauses, copy, "words"), "\"深化人才合作\"");
            return Set.of();
        });
        all.dmn("逐条判断的条件改写", clauses, "nicheStanding", m -> {
            Dmn.text(m.out(clauses, m.get("conditionClauses_nicheStanding"), "label"), "\"行业地位\"");
            return Set.of();
        });
        all.dmn("逐条判断的条件只用于某年以后", clauses, "brandRecognition", m -> {
            Dmn.text(m.in(m.get("conditionClauses_brandRecognition")).get(0), ">= 2026");
            return Set.of();
        });
        all.dmn("口径改变", "readings", "SMES", m -> {
            Dmn.text(m.out("readings", m.rules("readings").get(0), "headCount"), "\"SMES\"");
            return Set.of();
        });
        all.dmn("核对界限改变", "plausibilityLimits", "1.5", m -> {
            Dmn.text(m.out("plausibilityLimits", m.rules("plausibilityLimits").get(0), "upwardFactor"), "1.5");
            Dmn.text(m.out("plausibilityLimits", m.rules("plausibilityLimits").get(1), "downwardFactor"), "4");
            return Set.of();
        });
        all.dmn("核对界限删去一项", "plausibilityLimits", "exports", m -> {
            Dom.remove(m.get("plausibilityLimits_exports"));
            return Set.of();
        });
        all.dmn("材料的说明改变", "applicationMaterials", "note", m -> {
            Dmn.text(
                    m.out("applicationMaterials", m.get("applicationMaterials_developmentPlan"), "note"),
                    "\"必须提供，由县级人民政府印发。\"");
            return Set.of();
        });
        all.dmn("国家标准填上限值", "nationalRecommendationCriteria", "smeRdGrowth", m -> {
            String decision = "nationalRecommendationCriteria";
            Element rule = m.get("national_smeRdGrowth_unsourced");
            String words = "\"近三年中小企业研发经费年均增长不低于10%（国家标准四）\"";
            Element missed = m.copy(rule, "_missed");
            Dmn.text(m.in(decision, rule, "smeRdGrowth"), ">= 0.10");
            Dmn.text(m.out(decision, rule, decision), "\"MET\"");
            Dmn.text(m.in(decision, missed, "smeRdGrowth"), "< 0.10");
            Dmn.text(m.out(decision, missed, decision), "\"NOT_MET\"");
            Dmn.text(m.out(decision, rule, "requirement"), words);
            Dmn.text(m.out(decision, missed, "requirement"), words);
            Dmn.text(m.out(decision, m.get("national_smeRdGrowth_missing"), "requirement"), words);
            return Set.of();
        });
        all.dmn("集群状态可办的事改变", "clusterStateRights", "practiceCase", m -> {
            Dmn.text(m.out("clusterStateRights", m.get("clusterStateRights_awaitingReview"), "practiceCase"), "true");
            return Set.of();
        });
    }
}
