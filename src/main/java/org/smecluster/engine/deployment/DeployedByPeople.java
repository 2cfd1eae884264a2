package org.smecluster.engine.deployment;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.smecluster.engine.AsPerson;
import org.smecluster.law.Refusal;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.ModelJudge;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.policy.draft.NothingChanged;
import org.smecluster.policy.draft.Submissions;
import org.smecluster.policy.engine.Trial;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What a person wants to deploy is judged, tried out, undone and kept as a draft, by whatever way it came. */
@Component
public class DeployedByPeople {

    private final ModelJudge contents;
    private final LiveModels models;
    private final Submissions submissions;
    private final Accounts accounts;
    private final RepositoryService repository;
    private final CommandExecutor apart;
    private final AsPerson asPerson;

    DeployedByPeople(
            AllowedInModels allowed,
            LiveModels models,
            Submissions submissions,
            Accounts accounts,
            RepositoryService repository,
            @Qualifier("commandExecutorTxRequiresNew") CommandExecutor apart,
            AsPerson asPerson) {
        this.contents = new ModelJudge(allowed);
        this.models = models;
        this.submissions = submissions;
        this.accounts = accounts;
        this.repository = repository;
        this.apart = apart;
        this.asPerson = asPerson;
    }

    /** @param files of a deployment that differ from what ran at that moment */
    private record Tried(List<ModelSource> files, List<LiveFile> live) {}

    /**
     * @return for the caller to throw
     * @throws NothingChanged where all of it runs already
     */
    Refusal keep(DeploymentBuilderImpl deployment, Authentication person) {
        Tried tried = tried(deployment);
        return submissions.submit(deployment.getDeployment().getName(), account(person), tried.files(), tried.live());
    }

    /** For the emergency path: what {@link #keep} does, but what the guard finds holds back nothing. */
    public ModelDraft prepare(String name, List<ModelSource> files, Account administrator) {
        DeploymentBuilderImpl deployment = (DeploymentBuilderImpl) repository.createDeployment();
        deployment.name(name);
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        Tried tried = asPerson.run(administrator, () -> tried(deployment));
        return submissions.prepare(name, administrator, tried.files(), tried.live());
    }

    /** The engine asks for the files when it has found that the person may deploy, and has taken its lock. */
    private Tried tried(DeploymentBuilderImpl deployment) {
        Tried tried = new Tried(new ArrayList<>(), new ArrayList<>());
        Trial.run(apart, deployment, files -> {
            contents.require(files);
            tried.live().addAll(models.all());
            files.stream().filter(file -> !models.runs(file, tried.live())).forEach(tried.files()::add);
            if (tried.files().isEmpty()) {
                throw new NothingChanged(files.stream().map(ModelSource::name).toList());
            }
            return tried.files();
        });
        return tried;
    }

    private Account account(Authentication person) {
        String userId = person.getUserId();
        List<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
        return new Account(
                userId, accounts.find(userId).map(Account::displayName).orElse(userId), groups);
    }
}
