package org.smecluster.sample;

import java.util.List;
import org.smecluster.publicnotice.ContactBook;
import org.smecluster.security.Account;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Whom the notices of a trial name: numbers that nobody has. Entered on the first start, never in production. */
@Component
@Profile("!production & !test")
class SampleContacts implements ApplicationRunner {

    private final ContactBook contacts;

    SampleContacts(ContactBook contacts) {
        this.contacts = contacts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (contacts.current().isEmpty()) {
            contacts.enter(
                    "0951-0000000，工作日9:00—12:00、14:00—18:00",
                    "银川市示例路1号，自治区工业和信息化厅中小企业处",
                    "jiqun@nx.example",
                    "0951-0000001",
                    0,
                    new Account("officer-1", "丁少华", List.of("province-officer")));
        }
    }
}
