package org.smecluster.engine.identity;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.smecluster.engine.FormRejected;
import org.smecluster.engine.LastAdministrator;
import org.smecluster.security.AccountStates;
import org.smecluster.security.PasswordChecks;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every password passes here, of the login page, of HTTP Basic and of both APIs: the engine's REST resources ask this
 * service. The engine's own delay and lock are not asked any more: with them one wrong password a minute kept a person
 * out, and a known account answered otherwise than an unknown one.
 */
class CheckedIdentityService extends IdentityServiceImpl {

    private static final int LONGEST_ID = 64;

    private final ProcessEngineConfigurationImpl configuration;
    private final SlowHash slowHash;
    private final Supplier<PasswordChecks> checks;
    private final Supplier<AccountStates> states;
    private final Supplier<TransactionTemplate> transaction;
    private final Supplier<LastAdministrator> lastAdministrator;
    private final Pattern userIds;

    CheckedIdentityService(
            ProcessEngineConfigurationImpl configuration,
            SlowHash slowHash,
            Supplier<PasswordChecks> checks,
            Supplier<AccountStates> states,
            Supplier<TransactionTemplate> transaction,
            Supplier<LastAdministrator> lastAdministrator,
            String userIds) {
        this.configuration = configuration;
        this.slowHash = slowHash;
        this.checks = checks;
        this.states = states;
        this.transaction = transaction;
        this.lastAdministrator = lastAdministrator;
        this.userIds = Pattern.compile(userIds);
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        String asked = userId == null ? "" : userId;
        UserEntity user = find(asked);
        return checks.get().check(asked, user != null, () -> matches(user, password == null ? "" : password));
    }

    /** One slow hash in any case, so that neither an unknown user nor an old hash answers sooner. */
    private boolean matches(UserEntity user, String password) {
        if (user == null || user.getPassword() == null) {
            slowHash.spend(password);
            return false;
        }
        boolean right = configuration
                .getPasswordManager()
                .check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
        boolean slow = slowHash.made(user.getPassword());
        if (right && (!slow || slowHash.weaker(user.getPassword()))) {
            renew(user, password);
        } else if (!slow) {
            slowHash.spend(password);
        }
        return right;
    }

    /** The user's revision, as it was when the hash was checked, keeps this from undoing a change made meanwhile. */
    private void renew(UserEntity user, String password) {
        user.setPassword(password);
        try {
            commandExecutor.execute(context -> context.runWithoutAuthorization(
                    () -> context.getWritableIdentityProvider().saveUser(user)));
        } catch (OptimisticLockingException somebodyElseDid) {
            // another login of the same person renewed it, or it was changed: either way it is slow now
        }
    }

    /** What cannot be an id is not looked for: the database refuses some of it. */
    private UserEntity find(String userId) {
        if (userId.length() > LONGEST_ID || !userIds.matcher(userId).matches()) {
            return null;
        }
        return commandExecutor.execute(context -> (UserEntity) context.runWithoutAuthorization(
                () -> context.getReadOnlyIdentityProvider().findUserById(userId)));
    }

    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        if (user instanceof UserEntity entity && entity.hasNewPassword()) {
            checks.get().hashing(() -> transaction.get().execute(status -> {
                if (!skipPasswordPolicy) {
                    requireGood(entity);
                }
                super.saveUser(user, true);
                states.get().passwordSet(user.getId());
                return null;
            }));
        } else {
            super.saveUser(user, skipPasswordPolicy);
        }
    }

    private void requireGood(UserEntity user) {
        if (!commandExecutor.execute(context -> user.checkPasswordAgainstPolicy())) {
            throw new FormRejected(List.of("密码不符合要求，没有保存：须" + String.join("；须", PasswordRules.SENTENCES) + "。"));
        }
    }

    @Override
    public void deleteUser(String userId) {
        transaction.get().executeWithoutResult(status -> {
            requireAnotherThan(userId);
            if (states.get().hasSignedIn(userId)) {
                throw new AuthorizationException("“" + userId + "”已经登录过，案件里留有姓名，不能删除，账号也不再给别人。离任的请在“移交”页停用");
            }
            super.deleteUser(userId);
            states.get().endSessions(userId);
        });
    }

    @Override
    public void deleteMembership(String userId, String groupId) {
        if (!Groups.CAMUNDA_ADMIN.equals(groupId)) {
            super.deleteMembership(userId, groupId);
            return;
        }
        transaction.get().executeWithoutResult(status -> {
            requireAnotherThan(userId);
            super.deleteMembership(userId, groupId);
        });
    }

    @Override
    public void deleteGroup(String groupId) {
        if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
            throw new AuthorizationException("系统管理员组不能删除");
        }
        super.deleteGroup(groupId);
    }

    private void requireAnotherThan(String userId) {
        if (lastAdministrator.get().is(userId)) {
            throw new AuthorizationException(LastAdministrator.STAYS);
        }
    }
}
