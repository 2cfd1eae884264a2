package org.smecluster.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** A person changes the own password, or ends the own sessions. */
@Service
public class OwnPassword {

    private final Accounts accounts;
    private final AccountStates states;
    private final Sessions sessions;
    private final KnownBrowsers known;
    private final AuditTrail audit;

    OwnPassword(Accounts accounts, AccountStates states, Sessions sessions, KnownBrowsers known, AuditTrail audit) {
        this.accounts = accounts;
        this.states = states;
        this.sessions = sessions;
        this.known = known;
        this.audit = audit;
    }

    /** Whether somebody else set it. */
    public boolean mustBeChanged(String userId) {
        return states.of(userId).mustChange();
    }

    /**
     * Changes it, and ends every other session of the person; this one goes on, under a new id.
     *
     * @return what stands against it, by field: {@code old}, {@code fresh}, {@code again}; nothing if it is changed
     * @throws LoginRefused where the old one was guessed too often to be looked at
     */
    public Map<String, String> change(
            String userId,
            String old,
            String fresh,
            String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (old.isEmpty()) {
            problems.put("old", "请填写现在的密码");
        }
        if (fresh.isEmpty()) {
            problems.put("fresh", "请填写新密码");
        } else if (fresh.equals(old)) {
            problems.put("fresh", "新密码与现在的密码相同，请另设一个");
        } else {
            List<String> objections = accounts.objectionsTo(userId, fresh);
            if (!objections.isEmpty()) {
                problems.put("fresh", "新密码须符合：" + String.join("；", objections));
            }
        }
        if (!again.equals(fresh)) {
            problems.put("again", "两次输入的新密码不一致，请重新输入");
        }
        // a slow check only where it decides
        if (problems.isEmpty() && !accounts.passwordMatches(userId, old)) {
            problems.put("old", "现在的密码不正确。请检查大小写和输入法；忘记密码请联系系统管理员重置");
        }
        if (problems.isEmpty()) {
            accounts.setPassword(userId, fresh);
            request.changeSessionId();
            sessions.begin(request, userId);
            known.remember(request, response, userId);
        }
        return problems;
    }

    /** Ends all sessions of the person, this one included. */
    public void endSessions(String userId) {
        states.endSessions(userId);
        audit.record(AuditKind.SESSIONS_ENDED, userId, "本人退出所有登录");
    }
}
