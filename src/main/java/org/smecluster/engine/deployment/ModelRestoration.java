package org.smecluster.engine.deployment;

import org.smecluster.engine.AsPerson;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the file that came with the application back in the place of what somebody deployed. */
@Component
public class ModelRestoration {

    private static final int LONGEST_REASON = 200;

    private final ModelStandings standings;
    private final ModelDeployer deployer;
    private final AsPerson asPerson;

    ModelRestoration(ModelStandings standings, ModelDeployer deployer, AsPerson asPerson) {
        this.standings = standings;
        this.deployer = deployer;
        this.asPerson = asPerson;
    }

    /**
     * @param seen   the version that the person saw running; 0 where none did
     * @param reason stands in the deployment's name, for whoever looks later
     * @throws Refusal where there is nothing to restore, or no reason
     */
    @Transactional
    public void restore(ModelKey key, int seen, String reason, Account person) {
        String why = reason == null ? "" : reason.strip().replaceAll("\\s+", " ");
        if (why.isEmpty()) {
            throw new Refusal("请填写恢复随附版本的理由");
        }
        if (why.length() > LONGEST_REASON || why.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("理由过长或者含有不可见的字符，请改写，不超过" + LONGEST_REASON + "字");
        }
        ModelStanding standing = standings.find(key).orElseThrow(() -> new Refusal("“" + key + "”不是随系统附带的，没有可以恢复的版本"));
        if (standing.state() == ModelStanding.State.SAME) {
            throw new Refusal("“" + key + "”现在运行的就是随附版本，不必恢复");
        }
        if (version(standing) != seen) {
            throw new Overtaken("“" + key + "”刚刚有人部署了新的版本，请刷新页面，核对后再恢复");
        }
        asPerson.run(person, () -> {
            deployer.restore(standing.shipped(), why);
            return null;
        });
    }

    private static int version(ModelStanding standing) {
        return standing.running() == null ? 0 : standing.running().version();
    }
}
