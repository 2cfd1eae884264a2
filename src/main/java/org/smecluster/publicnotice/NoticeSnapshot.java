package org.smecluster.publicnotice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.smecluster.registry.PublicList;

/** What is published, frozen: the list, its title, its day, first and last day of the period, whom to turn to. */
record NoticeSnapshot(
        String title,
        String documentNumber,
        LocalDate publishedOn,
        int publicityDays,
        LocalDate firstDay,
        LocalDate lastDay,
        Contact contact,
        List<Entry> clusters) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /** Left out of a notice that names none. */
    record Contact(String telephone, String address, String mail, String discipline) {

        static Contact of(NoticeContact contact) {
            return contact == null
                    ? null
                    : new Contact(contact.telephone(), contact.address(), contact.mail(), contact.discipline());
        }
    }

    record Entry(String clusterName, String leadingIndustry, String applicant, String county, String city) {}

    static NoticeSnapshot of(
            PublicList list,
            LocalDate publishedOn,
            int publicityDays,
            LocalDate firstDay,
            LocalDate lastDay,
            NoticeContact contact) {
        return new NoticeSnapshot(
                list.title(),
                list.documentNumber(),
                publishedOn,
                publicityDays,
                firstDay,
                lastDay,
                Contact.of(contact),
                list.items().stream()
                        .map(item -> new Entry(
                                item.clusterName(),
                                item.leadingIndustry(),
                                item.applicant(),
                                item.county(),
                                item.city()))
                        .toList());
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice cannot be written as JSON", e);
        }
    }

    static String sha256(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
