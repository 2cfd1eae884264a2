package org.smecluster.sample.engine;

import java.util.List;
import org.smecluster.engine.identity.Provisioning;
import org.smecluster.engine.identity.UserAccounts;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One person for every role, to try the system with; made on the first start, never in production. */
@Component
@Profile("!production")
@Order(Provisioning.ORDER + 1)
public class SampleUsers implements ApplicationRunner {

    /** Of every sample user. */
    public static final String PASSWORD = "Ningxia#Jiqun2026";

    private record Sample(String id, String name, String group) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample("pingluo", "马建国", "county-640221"),
            new Sample("pingluo-2", "丁秀英", "county-640221"),
            new Sample("lingwu", "王秀兰", "county-640181"),
            new Sample("zhongning", "张志强", "county-640521"),
            new Sample("qingtongxia", "李海燕", "county-640381"),
            new Sample("helan", "刘文博", "county-640122"),
            new Sample("litong", "马晓梅", "county-640302"),
            new Sample("yuanzhou", "陈立新", "county-640402"),
            new Sample("huinong", "郭爱民", "county-640205"),
            new Sample("yongning", "马丽萍", "county-640121"),
            new Sample("yanchi", "冯占山", "county-640323"),
            new Sample("ningdong", "赵永刚", "park-ningdong"),
            new Sample("yinchuan-etdz", "孙丽华", "park-yinchuan-etdz"),
            new Sample("zhongguancun", "周启明", "park-yinchuan-zhongguancun"),
            new Sample("pingluo-park", "吴建军", "park-pingluo"),
            new Sample("shizuishan-hitech", "袁志刚", "park-shizuishan-hitech"),
            new Sample("city-yinchuan", "郑慧敏", "city-6401"),
            new Sample("city-ningdong", "杜文斌", "city-6409"),
            new Sample("city-shizuishan", "冯国强", "city-6402"),
            new Sample("city-wuzhong", "哈志远", "city-6403"),
            new Sample("city-guyuan", "杨春生", "city-6404"),
            new Sample("city-zhongwei", "何雪莲", "city-6405"),
            new Sample("officer-1", "丁少华", "province-officer"),
            new Sample("officer-2", "纳玉洁", "province-officer"),
            new Sample("leader", "沈维民", "province-leader"),
            new Sample("leader-2", "白玉山", "province-leader"),
            new Sample("expert-wang", "王立平", "expert"),
            new Sample("expert-ma", "马德福", "expert"),
            new Sample("expert-li", "李桂芳", "expert"),
            new Sample("expert-zhang", "张弘毅", "expert"),
            new Sample("policy", "田思源", "policy-owner"),
            new Sample("policy-2", "罗静怡", "policy-owner"),
            new Sample("admin", "管理员", "camunda-admin"));

    private final UserAccounts users;

    SampleUsers(UserAccounts users) {
        this.users = users;
    }

    /** All or none, so that a start that was killed here begins anew. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (users.none()) {
            SAMPLES.forEach(sample -> users.create(sample.id(), sample.name(), PASSWORD, sample.group()));
        }
    }
}
