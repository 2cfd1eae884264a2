package org.smecluster.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.message.MailMode;
import org.smecluster.message.Mailing;
import org.smecluster.message.Reader;
import org.smecluster.message.RouteTable;
import org.smecluster.message.Topic;
import org.smecluster.support.Browser;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcessTest
@DisplayName("消息设置和消息页")
class MessagePagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Mailing mailing;

    @Autowired
    private RouteTable routes;

    @Test
    @DisplayName("本人填写邮箱和接收方式；写错的说明，原来的不变")
    void own() {
        Browser pingluo = Browser.signedIn("pingluo", port);
        assertThat(pingluo.get("/account/messages").body()).contains("还没有配置邮件服务器");
        String page = "/account/messages";
        pingluo.post(page, page, "mail", "ma@nx.example", "mode", "DIGEST");
        assertThat(mailing.address("pingluo")).hasValueSatisfying(address -> {
            assertThat(address.mail()).isEqualTo("ma@nx.example");
            assertThat(address.mode()).isEqualTo(MailMode.DIGEST);
        });
        var refused = pingluo.post(page, page, "mail", "ma", "mode", "AT_ONCE");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("不是电子邮箱地址", "value=\"ma\"");
        assertThat(mailing.address("pingluo").orElseThrow().mail()).isEqualTo("ma@nx.example");
    }

    @Test
    @DisplayName("管理员改谁收到什么；没有的消息说明；别人看不到")
    void administrator() {
        Browser admin = Browser.signedIn("admin", port);
        String page = "/admin/messages";
        assertThat(admin.get(page).body()).contains("没有消息。", "轮到办理，自治区经办，邮件");
        admin.post(page, page + "/routes", "wanted", "TURN.CITY.MAIL");
        assertThat(routes.all())
                .filteredOn(route -> route.wanted())
                .singleElement()
                .satisfies(route -> {
                    assertThat(route.topic()).isEqualTo(Topic.TURN);
                    assertThat(route.reader()).isEqualTo(Reader.CITY);
                });
        assertThat(admin.post(page, page + "/" + UUID.randomUUID() + "/again").body())
                .contains("请刷新页面");
        assertThat(Browser.signedIn("officer-1", port).get(page).statusCode()).isEqualTo(403);
    }
}
