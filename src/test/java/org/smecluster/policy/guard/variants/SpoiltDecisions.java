package org.smecluster.policy.guard.variants;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Rules, columns, hit policies, links of the decisions. */
final class SpoiltDecisions {

    /** One finding per code, COLLECT; the outcome's column bears the decision's id. */
    static final List<String> CONDITIONS = List.of(
            "coreCompetitiveness",
            "gradientCultivation",
            "chainCollaboration",
            "collaborativeInnovation",
            "digitalTransformation",
            "greenDevelopment",
            "openCooperation",
            "governanceService");

    private SpoiltDecisions() {}

    static void describe(Catalogue all) {
        CONDITIONS.forEach(decision -> findings(all, "basicConditions", decision));
        findings(all, "nationalRecommendationCriteria", "nationalRecommendationCriteria");
        for (String single : List.of(
                "vetoConditions",
                "applicantEligibility",
                "changeSignificance",
                "clusterStateRights",
                "revocationGrounds",
                "applicationMaterials",
                "readings")) {
            rules(all, single, single);
        }
        for (String file : Catalogue.DECISION_FILES) {
            List<String> decisions = file.equals("basicConditions") ? CONDITIONS : List.of(file);
            decisions.forEach(decision -> columns(all, file, decision));
        }
        root(all);
        veto(all);
        eligibility(all);
        grounds(all);
        others(all);
    }

    /** Of the rule, and of the table around it. */
    static Set<String> named(Dmn model, String decision, Element... rules) {
        Set<String> named = new LinkedHashSet<>(Set.of(decision));
        named.add(model.table(decision).getAttribute("id"));
        for (Element rule : rules) {
            named.add(rule.getAttribute("id"));
            Dom.below(rule, Dmn.MODEL, "*").forEach(cell -> named.add(cell.getAttribute("id")));
        }
        named.remove("");
        return named;
    }

    private static void findings(Catalogue all, String file, String decision) {
        Dmn model = new Files().dmn(file);
        for (Element rule : model.rules(decision)) {
            String id = rule.getAttribute("id");
            String outcome = Dmn.text(model.out(decision, rule, decision)).replace("\"", "");
            boolean always =
                    model.in(rule).stream().allMatch(cell -> Dmn.text(cell).isEmpty());
            all.dmn("规则删去", file, id, m -> {
                Set<String> named = named(m, decision, m.get(id));
                Dom.remove(m.get(id));
                return named;
            });
            all.dmn("规则重复", file, id, m -> {
                m.copy(m.get(id), "_again");
                return named(m, decision, m.get(id), m.get(id + "_again"));
            });
            all.dmn("规则重复而结论相反", file, id, m -> {
                Element copy = m.copy(m.get(id), "_again");
                Dmn.text(m.out(decision, copy, decision), outcome.equals("MET") ? "\"NOT_MET\"" : "\"MET\"");
                return named(m, decision, m.get(id), copy);
            });
            all.dmn("结论代码写错", file, id, m -> {
                Dmn.text(
                        m.out(decision, m.get(id), decision), "\"" + outcome.toLowerCase(java.util.Locale.ROOT) + "\"");
                return named(m, decision, m.get(id));
            });
            switch (outcome) {
                case "MISSING" -> outcome(all, "缺数据算符合", file, decision, id, "MET");
                case "NOT_MET" -> {
                    outcome(all, "不符合算符合", file, decision, id, "MET");
                    if (!file.equals("nationalRecommendationCriteria")) {
                        outcome(all, "硬性条件改为需说明", file, decision, id, "NEEDS_EXPLANATION");
                    }
                }
                case "NEEDS_EXPLANATION" -> {
                    if (!always) {
                        outcome(all, "需说明改为不符合", file, decision, id, "NOT_MET");
                    }
                    if (file.equals("basicConditions")) {
                        outcome(all, "需说明算符合", file, decision, id, "MET");
                    }
                }
                default -> outcome(all, "符合算不符合", file, decision, id, "NOT_MET");
            }
            if (!always) {
                all.dmn("条件格清空", file, id, m -> {
                    m.in(m.get(id)).stream()
                            .filter(cell -> !Dmn.text(cell).isEmpty())
                            .findFirst()
                            .ifPresent(cell -> Dmn.text(cell, ""));
                    return named(m, decision, m.get(id));
                });
                all.dmn("条件格写成不成立的", file, id, m -> {
                    Element cell = m.in(m.get(id)).stream()
                            .filter(one -> !Dmn.text(one).isEmpty())
                            .findFirst()
                            .orElseThrow();
                    Dmn.text(cell, Dmn.text(cell).matches(".*(true|false).*") ? "\"true\"" : "> 5 and < 3");
                    return named(m, decision, m.get(id));
                });
            }
            all.dmn("代码写错", file, id, m -> {
                Element code = m.out(decision, m.get(id), "code");
                Dmn.text(code, Dmn.text(code).replaceFirst("\"$", "s\""));
                return named(m, decision, m.get(id));
            });
            all.dmn("条款删去", file, id, m -> {
                Dmn.text(m.out(decision, m.get(id), "article"), "null");
                return named(m, decision, m.get(id));
            });
            all.dmn("条款写错", file, id, m -> {
                Dmn.text(m.out(decision, m.get(id), "article"), "\"第二十条\"");
                return named(m, decision, m.get(id));
            });
            all.dmn("要求的文字删去", file, id, m -> {
                Dmn.text(m.out(decision, m.get(id), "requirement"), "null");
                return named(m, decision, m.get(id));
            });
        }
    }

    private static void outcome(Catalogue all, String kind, String file, String decision, String rule, String outcome) {
        all.dmn(kind, file, rule, m -> {
            Dmn.text(m.out(decision, m.get(rule), decision), "\"" + outcome + "\"");
            return named(m, decision, m.get(rule));
        });
    }

    private static void rules(Catalogue all, String file, String decision) {
        Dmn model = new Files().dmn(file);
        for (Element rule : model.rules(decision)) {
            String id = rule.getAttribute("id");
            all.dmn("规则删去", file, id, m -> {
                Set<String> named = named(m, decision, m.get(id));
                Dom.remove(m.get(id));
                return named;
            });
            all.dmn("规则重复", file, id, m -> {
                m.copy(m.get(id), "_again");
                return named(m, decision, m.get(id), m.get(id + "_again"));
            });
            String cell = model.in(rule).stream()
                    .map(Dmn::text)
                    .filter(text -> text.contains("\""))
                    .findFirst()
                    .orElse(null);
            if (cell != null) {
                all.dmn("条件的代码写错", file, id, m -> {
                    Element entry = m.in(m.get(id)).stream()
                            .filter(one -> Dmn.text(one).equals(cell))
                            .findFirst()
                            .orElseThrow();
                    Dmn.text(entry, cell.replaceFirst("\"([A-Za-z_]+)\"", "\"$1x\""));
                    return named(m, decision, m.get(id));
                });
            }
        }
    }

    private static void columns(Catalogue all, String file, String decision) {
        Dmn model = new Files().dmn(file);
        String policy = model.table(decision).getAttribute("hitPolicy");
        all.dmn("命中策略改变", file, decision, m -> {
            m.table(decision).setAttribute("hitPolicy", policy.equals("COLLECT") ? "FIRST" : "COLLECT");
            return named(m, decision);
        });
        if (policy.equals("COLLECT")) {
            all.dmn("命中策略改为唯一", file, decision, m -> {
                m.table(decision).setAttribute("hitPolicy", "UNIQUE");
                return named(m, decision);
            });
            all.dmn("结果改为计数", file, decision, m -> {
                m.table(decision).setAttribute("aggregation", "COUNT");
                return named(m, decision);
            });
        }
        for (Element input : model.inputs(decision)) {
            String id = input.getAttribute("id");
            String type = Dom.below(input, Dmn.MODEL, "inputExpression").get(0).getAttribute("typeRef");
            all.dmn("输入表达式改名", file, id, m -> {
                Element expression =
                        Dom.below(m.get(id), Dmn.MODEL, "inputExpression").get(0);
                Dmn.text(expression, Dmn.text(expression) + "Value");
                return columnNamed(m, decision, id);
            });
            if (!type.isEmpty()) {
                all.dmn("输入类型改变", file, id, m -> {
                    Dom.below(m.get(id), Dmn.MODEL, "inputExpression")
                            .get(0)
                            .setAttribute("typeRef", type.equals("boolean") ? "string" : "boolean");
                    return columnNamed(m, decision, id);
                });
            }
        }
        List<Element> inputs = model.inputs(decision);
        for (int i = 1; i < inputs.size(); i++) {
            String one = inputs.get(i - 1).getAttribute("id");
            String two = inputs.get(i).getAttribute("id");
            if (type(inputs.get(i - 1)).equals(type(inputs.get(i)))) {
                all.dmn("两列输入对调", file, one, m -> {
                    Element first =
                            Dom.below(m.get(one), Dmn.MODEL, "inputExpression").get(0);
                    Element second =
                            Dom.below(m.get(two), Dmn.MODEL, "inputExpression").get(0);
                    String kept = Dmn.text(first);
                    Dmn.text(first, Dmn.text(second));
                    Dmn.text(second, kept);
                    Set<String> named = columnNamed(m, decision, one);
                    named.addAll(columnNamed(m, decision, two));
                    m.rules(decision).forEach(rule -> named.addAll(named(m, decision, rule)));
                    return named;
                });
            }
        }
        for (Element output : model.outputs(decision)) {
            String id = output.getAttribute("id");
            all.dmn("输出改名", file, id, m -> {
                m.get(id).setAttribute("name", m.get(id).getAttribute("name") + "s");
                return columnNamed(m, decision, id);
            });
            all.dmn("输出类型改变", file, id, m -> {
                m.get(id)
                        .setAttribute(
                                "typeRef", m.get(id).getAttribute("typeRef").equals("boolean") ? "string" : "boolean");
                return columnNamed(m, decision, id);
            });
            all.dmn("输出列删去", file, id, m -> {
                int column = m.outputs(decision).indexOf(m.get(id));
                m.rules(decision).forEach(rule -> Dom.remove(m.out(rule).get(column)));
                Dom.remove(m.get(id));
                return Sets.union(named(m, decision), Set.of(id));
            });
        }
        all.dmn("单元格不是合法的表达式", file, decision, m -> {
            Element rule = m.rules(decision).get(0);
            Dmn.text(m.out(rule).get(0), "\"A\" \"B\" (");
            return named(m, decision, rule);
        });
        all.dmn("决策标识改变", file, decision, m -> {
            Element changed = m.get(decision);
            changed.setAttribute("id", decision + "New");
            Dom.below(m.document().getDocumentElement(), "*", "*").forEach(element -> {
                if (element.getAttribute("dmnElementRef").equals(decision)) {
                    element.setAttribute("dmnElementRef", decision + "New");
                }
                if (element.getAttribute("href").equals("#" + decision)) {
                    element.setAttribute("href", "#" + decision + "New");
                }
            });
            return Set.of();
        });
    }

    private static String type(Element input) {
        return Dom.below(input, Dmn.MODEL, "inputExpression").get(0).getAttribute("typeRef");
    }

    private static Set<String> columnNamed(Dmn model, String decision, String column) {
        Set<String> named = named(model, decision);
        named.add(column);
        Dom.below(model.get(column), Dmn.MODEL, "*").forEach(inner -> named.add(inner.getAttribute("id")));
        named.remove("");
        return named;
    }

    private static void root(Catalogue all) {
        String file = "basicConditions";
        for (String decision : CONDITIONS) {
            all.dmn("决策关系断开", file, decision, m -> {
                Dom.remove(m.get("requires_" + decision));
                Dom.below(m.document().getDocumentElement(), "*", "DMNEdge").stream()
                        .filter(edge -> edge.getAttribute("dmnElementRef").equals("requires_" + decision))
                        .forEach(Dom::remove);
                return Sets.union(named(m, file), Set.of(decision));
            });
            all.dmn("总结论漏掉一项", file, decision, m -> {
                Element expression = Dom.below(m.inputs(file).get(0), Dmn.MODEL, "inputExpression")
                        .get(0);
                Dmn.text(
                        expression,
                        Dmn.text(expression)
                                .replaceFirst(",? ?\\b" + decision + "\\b", "")
                                .replace("(, ", "("));
                return Sets.union(
                        columnNamed(m, file, m.inputs(file).get(0).getAttribute("id")),
                        named(m, file, m.rules(file).toArray(Element[]::new)));
            });
        }
        List<String> rules =
                new Files().dmn(file).rules(file).stream().map(Catalogue::id).toList();
        for (int i = 1; i < 3; i++) {
            String moved = rules.get(i);
            all.dmn("总结论的次序改变", file, moved, m -> {
                Element rule = m.get(moved);
                rule.getParentNode().insertBefore(rule, m.rules(file).get(0));
                return named(m, file, rule, m.rules(file).get(1));
            });
        }
        for (String rule : rules) {
            all.dmn("规则删去", file, rule, m -> {
                Set<String> named = named(m, file, m.get(rule));
                Dom.remove(m.get(rule));
                return named;
            });
            all.dmn("总结论改变", file, rule, m -> {
                Element cell = m.out(file, m.get(rule), "overall");
                Dmn.text(cell, Dmn.text(cell).equals("\"MET\"") ? "\"NEEDS_EXPLANATION\"" : "\"MET\"");
                return named(m, file, m.get(rule));
            });
        }
        all.dmn("命中策略改变", file, file, m -> {
            m.table(file).setAttribute("hitPolicy", "COLLECT");
            return named(m, file);
        });
        all.dmn("命中策略改变", file, "root UNIQUE", m -> {
            m.table(file).setAttribute("hitPolicy", "UNIQUE");
            return named(m, file);
        });
        all.dmn("输出改名", file, "overall", m -> {
            m.get("basicConditions_out_overall").setAttribute("name", "result");
            return columnNamed(m, file, "basicConditions_out_overall");
        });
    }

    private static void veto(Catalogue all) {
        String file = "vetoConditions";
        all.dmn("否决等级改变", file, "事故", m -> {
            Dmn.text(
                    m.in(file, m.get("vetoConditions_accidentVetoed"), "incidentLevel"),
                    "\"MAJOR\", \"EXTRAORDINARY\"");
            Dmn.text(m.in(file, m.get("vetoConditions_accidentGeneral"), "incidentLevel"), "\"GENERAL\", \"LARGE\"");
            Dmn.text(
                    m.in(file, m.get("vetoConditions_accidentNoDate"), "incidentLevel"),
                    "\"MAJOR\", \"EXTRAORDINARY\"");
            return named(
                    m,
                    file,
                    m.get("vetoConditions_accidentVetoed"),
                    m.get("vetoConditions_accidentGeneral"),
                    m.get("vetoConditions_accidentNoDate"));
        });
        all.dmn("否决等级改变", file, "网络", m -> {
            Dmn.text(m.in(file, m.get("vetoConditions_cyberVetoed"), "incidentLevel"), "\"EXTRAORDINARY\"");
            Dmn.text(
                    m.in(file, m.get("vetoConditions_cyberBelowMajor"), "incidentLevel"),
                    "\"GENERAL\", \"LARGE\", \"MAJOR\"");
            Dmn.text(m.in(file, m.get("vetoConditions_cyberNoDate"), "incidentLevel"), "\"EXTRAORDINARY\"");
            return named(
                    m,
                    file,
                    m.get("vetoConditions_cyberVetoed"),
                    m.get("vetoConditions_cyberBelowMajor"),
                    m.get("vetoConditions_cyberNoDate"));
        });
        all.dmn("否决的类型换到别的一组", file, "POLLUTION", m -> {
            for (Element rule : m.rules(file)) {
                Element cell = m.in(file, rule, "incidentType");
                if (Dmn.text(cell).equals("\"SAFETY\", \"QUALITY\", \"POLLUTION\"")) {
                    Dmn.text(cell, "\"SAFETY\", \"QUALITY\"");
                } else if (Dmn.text(cell).startsWith("\"CYBERSECURITY\"")) {
                    Dmn.text(cell, Dmn.text(cell) + ", \"POLLUTION\"");
                }
            }
            Set<String> named = named(m, file);
            m.rules(file).forEach(rule -> named.addAll(named(m, file, rule)));
            return named;
        });
        for (Element rule : new Files().dmn(file).rules(file)) {
            String id = rule.getAttribute("id");
            all.dmn("否决结论改变", file, id, m -> {
                Element cell = m.out(file, m.get(id), "vetoed");
                Dmn.text(
                        cell,
                        Dmn.text(cell).equals("true") ? "false" : Dmn.text(cell).equals("false") ? "true" : "false");
                return named(m, file, m.get(id));
            });
            all.dmn("无法判断的算否决", file, id, m -> {
                Element cell = m.out(file, m.get(id), "vetoed");
                Dmn.text(cell, Dmn.text(cell).equals("null") ? "true" : "null");
                return named(m, file, m.get(id));
            });
        }
    }

    private static void eligibility(Catalogue all) {
        String file = "applicantEligibility";
        for (Element rule : new Files().dmn(file).rules(file)) {
            String id = rule.getAttribute("id");
            all.dmn("申报主体资格颠倒", file, id, m -> {
                Element cell = m.out(file, m.get(id), "eligible");
                Dmn.text(cell, Dmn.text(cell).equals("true") ? "false" : "true");
                return named(m, file, m.get(id));
            });
        }
    }

    private static void grounds(Catalogue all) {
        String file = "revocationGrounds";
        for (Element rule : new Files().dmn(file).rules(file)) {
            String id = rule.getAttribute("id");
            all.dmn("撤销情形颠倒", file, id, m -> {
                Element cell = m.in(m.get(id)).stream()
                        .filter(one -> Set.of("true", "\"NOT_MET\"").contains(Dmn.text(one)))
                        .findFirst()
                        .orElseThrow();
                Dmn.text(cell, Dmn.text(cell).equals("true") ? "false" : "\"MET\"");
                return named(m, file, m.get(id));
            });
            all.dmn("没有查明也算撤销情形", file, id, m -> {
                Element cell = m.in(m.get(id)).stream()
                        .filter(one -> Set.of("true", "\"NOT_MET\"").contains(Dmn.text(one)))
                        .findFirst()
                        .orElseThrow();
                Dmn.text(cell, Dmn.text(cell) + ", null");
                return named(m, file, m.get(id));
            });
            all.dmn("撤销情形代码写错", file, id, m -> {
                Dmn.text(m.out(file, m.get(id), "ground"), "\"OTHER_GROUND\"");
                return named(m, file, m.get(id));
            });
            all.dmn("条款写错", file, id, m -> {
                Dmn.text(m.out(file, m.get(id), "article"), "\"第十六条\"");
                return named(m, file, m.get(id));
            });
        }
    }

    private static void others(Catalogue all) {
        for (String id : List.of(
                "changeSignificance_leadingIndustry",
                "changeSignificance_area",
                "changeSignificance_operatingBody",
                "changeSignificance_otherAffecting",
                "changeSignificance_otherUndecided")) {
            all.dmn("重大变动算一般变动", "changeSignificance", id, m -> {
                Dmn.text(m.out("changeSignificance", m.get(id), "significance"), "\"MINOR\"");
                return named(m, "changeSignificance", m.get(id));
            });
        }
        String rights = "clusterStateRights";
        for (String[] turned : List.of(
                new String[] {"awaitingReview", "revocation", "true"},
                new String[] {"awaitingReview", "nationalRecommendation", "true"},
                new String[] {"lapsed", "revocation", "true"},
                new String[] {"revoked", "nationalRecommendation", "true"},
                new String[] {"revoked", "annualReport", "true"},
                new String[] {"recognised", "annualReport", "false"},
                new String[] {"recognised", "changeFiling", "false"},
                new String[] {"recognised", "revocation", "false"},
                new String[] {"recognised", "renewalReview", "false"},
                new String[] {"lapsed", "publicList", "\"有效期内\""},
                new String[] {"cultivated", "publicList", "\"有效期内\""},
                new String[] {"revoked", "incident", "\"yes\""})) {
            String id = "clusterStateRights_" + turned[0];
            all.dmn("集群状态的权利颠倒", rights, turned[0] + " " + turned[1], m -> {
                Dmn.text(m.out(rights, m.get(id), turned[1]), turned[2]);
                return named(m, rights, m.get(id));
            });
        }
        for (String wrong : List.of("\"ALL\"", "null", "true")) {
            all.dmn("口径写成没有的代码", "readings", wrong, m -> {
                Dmn.text(m.out("readings", m.rules("readings").get(0), "headCount"), wrong);
                return named(m, "readings", m.rules("readings").get(0));
            });
        }
        for (String wrong : List.of("0.5", "-2", "\"二\"")) {
            all.dmn("核对界限写错", "plausibilityLimits", wrong, m -> {
                Element rule = m.rules("plausibilityLimits").get(3);
                Dmn.text(m.out("plausibilityLimits", rule, "upwardFactor"), wrong);
                return named(m, "plausibilityLimits", rule);
            });
        }
        String materials = "applicationMaterials";
        for (String id : List.of(
                "applicationMaterials_applicationForm",
                "applicationMaterials_developmentPlan",
                "applicationMaterials_standardList_required")) {
            all.dmn("必须提供的材料改为不必提供", materials, id, m -> {
                Dmn.text(m.out(materials, m.get(id), "requirement"), "\"NOT_APPLICABLE\"");
                return named(m, materials, m.get(id));
            });
            all.dmn("材料的要求代码写错", materials, id, m -> {
                Dmn.text(m.out(materials, m.get(id), "requirement"), "\"NEEDED\"");
                return named(m, materials, m.get(id));
            });
            all.dmn("材料由谁提供写错", materials, id, m -> {
                Dmn.text(m.out(materials, m.get(id), "providedBy"), "\"PROVINCE\"");
                return named(m, materials, m.get(id));
            });
            all.dmn("代码写错", materials, id, m -> {
                Dmn.text(m.out(materials, m.get(id), "material"), "\"someList\"");
                return named(m, materials, m.get(id));
            });
        }
        String clauses = "conditionClauses";
        for (String years : List.of("<= 2030", "[2026..2030]", "2026", "not(2030)")) {
            all.dmn("逐条判断的条件只用到某年", clauses, "brandRecognition " + years, m -> {
                Dmn.text(m.in(m.get("conditionClauses_brandRecognition")).get(0), years);
                return named(m, clauses, m.get("conditionClauses_brandRecognition"));
            });
        }
        all.dmn("逐条条件的代码重复", clauses, "nicheStanding", m -> {
            m.copy(m.get("conditionClauses_nicheStanding"), "_again");
            return named(
                    m, clauses, m.get("conditionClauses_nicheStanding"), m.get("conditionClauses_nicheStanding_again"));
        });
        all.dmn("逐条条件的声明没有", clauses, "pillarIndustry", m -> {
            Dmn.text(m.out(clauses, m.get("conditionClauses_pillarIndustry"), "declaration"), "\"noSuchDeclaration\"");
            return named(m, clauses, m.get("conditionClauses_pillarIndustry"));
        });
        all.dmn("条款删去", clauses, "pillarIndustry", m -> {
            Dmn.text(m.out(clauses, m.get("conditionClauses_pillarIndustry"), "article"), "null");
            return named(m, clauses, m.get("conditionClauses_pillarIndustry"));
        });
    }
}
