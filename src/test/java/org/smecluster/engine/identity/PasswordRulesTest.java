package org.smecluster.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static List<String> against(String password) {
        UserEntity user = new UserEntity("pingluo");
        user.setFirstName("马");
        user.setLastName("建国");
        user.setEmail("majianguo@pingluo.example");
        return new PasswordRules()
                .getRules().stream()
                        .filter(rule -> !rule.execute(password, user))
                        .map(PasswordPolicyRule::getPlaceholder)
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ningxia#Jiqun2026",
                "Camel-Noodles#88",
                "correct horse battery staple",
                "贺兰山下果园成塞北江南旧有名",
                "wo xihuan zai huanghe bian san bu",
                "kq7vx2mz9wtb"
            })
    @DisplayName("够长又不好猜的都可以用，不要求大小写、数字和符号")
    void good(String password) {
        assertThat(against(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaA1#",
                "Password12345!",
                "qwertyuiop123",
                "1234567890123",
                "abcabcabcabc",
                "Qwer1234!@#$",
                "P@ssw0rd2026!",
                "woaini1314520",
                "Admin@123456789",
                "Ningxia@123456",
                "Ningxia20262026",
                "zhongguo123456",
                "asdfghjkl;'12",
                "nxjqnxjqnxjq"
            })
    @DisplayName("常见密码、地名、键盘顺序、重复字符、年份的简单组合不可以用，符号齐全也不行")
    void guessable(String password) {
        assertThat(against(password)).containsExactly(PasswordRules.SENTENCES.get(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pingluo-9vxq2kmz", "XKCD-PingLuo-7731", "kq7vx2mz9-建国-tb", "tQ8! majianguo@pingluo.example"})
    @DisplayName("不能含用户名、姓名和邮箱，大小写不论")
    void ownData(String password) {
        assertThat(against(password)).contains(PasswordRules.SENTENCES.get(1));
    }

    @Test
    @DisplayName("十一个字符太短，十二个可以；256个可以，257个太长")
    void length() {
        String long256 = "kq7vx2mz9wtb".repeat(22).substring(0, 255) + "!";
        assertThat(against("kq7vx2mz9wt")).contains(PasswordRules.SENTENCES.get(0));
        assertThat(against("kq7vx2mz9wtb")).isEmpty();
        assertThat(against("correct horse battery staple " + long256.substring(29)))
                .isEmpty();
        assertThat(against("correct horse battery staple " + long256.substring(28)))
                .containsExactly(PasswordRules.SENTENCES.get(0));
    }
}
