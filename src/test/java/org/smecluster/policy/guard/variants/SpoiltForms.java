package org.smecluster.policy.guard.variants;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Fields that the program reads, and fields that it must not be told. */
final class SpoiltForms {

    private SpoiltForms() {}

    static void describe(Catalogue all) {
        for (String form : Catalogue.FORMS) {
            FormFile shipped = new Files().form(form);
            for (ObjectNode field : shipped.fields()) {
                String key = FormFile.key(field);
                String type = field.path("type").asText();
                Set<String> named = Set.of(FormFile.id(field), key);
                boolean conditional = field.path("conditional").has("hide");
                if (FormFile.isRequired(field)) {
                    boolean top = false;
                    for (var component : shipped.components()) {
                        top |= component == field;
                    }
                    if (top) {
                        all.form("必填项删去", form, key, f -> {
                            f.remove(f.field(key));
                            return Set.of(key, form);
                        });
                    }
                    all.form("必填项改名", form, key, f -> {
                        f.field(key).put("key", key + "Text");
                        return Set.of(FormFile.id(field), key, form);
                    });
                    if (!conditional) {
                        all.form("必填项改为选填", form, key, f -> {
                            ((ObjectNode) f.field(key).get("validate")).put("required", false);
                            return named;
                        });
                        all.form("必填项永远不显示", form, key, f -> {
                            f.field(key).putObject("conditional").put("hide", "=true");
                            return named;
                        });
                    }
                    all.form("必填项只读", form, key, f -> {
                        f.field(key).put("readonly", true);
                        return named;
                    });
                    all.form("必填项停用", form, key, f -> {
                        f.field(key).put("disabled", true);
                        return named;
                    });
                }
                all.form("栏目类型改变", form, key, f -> {
                    retype(f.field(key), type);
                    return named;
                });
                all.form("栏目重复", form, key, f -> {
                    ObjectNode copy = f.field(key).deepCopy();
                    copy.put("id", FormFile.id(field) + "_again");
                    f.components().add(copy);
                    return Set.of(FormFile.id(field), FormFile.id(field) + "_again", key);
                });
                if (field.get("values") instanceof ArrayNode values) {
                    for (int i = 0; i < values.size(); i++) {
                        int which = i;
                        String code = values.get(i).path("value").asText();
                        all.form("选项代码改名", form, key + " " + code, f -> {
                            ((ObjectNode) f.field(key).get("values").get(which)).put("value", code + "_NEW");
                            return named;
                        });
                    }
                    all.form("选项加程序不认识的代码", form, key, f -> {
                        ((ArrayNode) f.field(key).get("values"))
                                .addObject()
                                .put("value", "SOMETHING")
                                .put("label", "其他处理");
                        return named;
                    });
                    all.form("选项代码重复", form, key, f -> {
                        ((ArrayNode) f.field(key).get("values"))
                                .addObject()
                                .put("value", values.get(0).path("value").asText())
                                .put("label", "同上");
                        return named;
                    });
                }
            }
            all.form("表单标识改变", form, "id", f -> {
                f.root().put("id", form + "New");
                return Set.of();
            });
        }
        reserved(all);
    }

    private static void retype(ObjectNode field, String type) {
        field.remove(List.of(
                "values",
                "valuesKey",
                "subtype",
                "dateLabel",
                "decimalDigits",
                "increment",
                "searchable",
                "defaultValue",
                "appearance"));
        String to =
                switch (type) {
                    case "textfield", "textarea", "radio", "select" -> "number";
                    case "number", "datetime", "checkbox" -> "textfield";
                    default -> "textfield";
                };
        field.put("type", to);
        field.put("label", "改过的栏目");
        if (field.get("validate") instanceof ObjectNode validate) {
            validate.remove(List.of("min", "max", "minLength", "maxLength", "pattern"));
        }
    }

    /** A field of this key would overwrite what a bean or another step says. */
    private static void reserved(Catalogue all) {
        for (String[] one : List.of(
                new String[] {"checkLegality", "legalityPassed"},
                new String[] {"checkLegality", "groundFound"},
                new String[] {"decideRevocation", "revocationDecision"},
                new String[] {"decideRevocation", "hearingEndsAt"},
                new String[] {"stateDefence", "legalityPassed"},
                new String[] {"decideAcceptance", "recommended"},
                new String[] {"reviewPreliminarily", "recommended"},
                new String[] {"decideRecommendation", "applicantGroup"},
                new String[] {"startRecognition", "eligible"},
                new String[] {"startRecognition", "caseNumber"},
                new String[] {"declareConditions", "cityGroup"},
                new String[] {"selectClusters", "anySelected"},
                new String[] {"publishList", "publicityEndsAt"},
                new String[] {"compareApplications", "publicityDays"},
                new String[] {"concludeReview", "renewalDecision"},
                new String[] {"giveCityOpinion", "termEnd"},
                new String[] {"checkReport", "reportAccepted"},
                new String[] {"confirmFiling", "filedLate"},
                new String[] {"registerChange", "filedLate"},
                new String[] {"proposeNational", "nationalDecision"},
                new String[] {"verifyObjection", "noticeId"},
                new String[] {"guideAdmission", "admissionDecision"},
                new String[] {"planReReview", "expertReviewOrdered"},
                new String[] {"followUpMissing", "reportsOverAt"})) {
            all.form("加了与流程变量同名的栏目", one[0], one[1], f -> {
                f.add("textfield", one[1], "备注");
                return Set.of(one[0] + "_" + one[1], one[1]);
            });
        }
    }
}
