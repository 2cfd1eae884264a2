package org.smecluster.steady;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** What has become of the workbook that a unit handed in last. */
enum Upload {
    /** There is none, or it was not stored: to be handed in. */
    NONE,
    RUNNING,
    STORED;

    static Upload of(Staff staff, String userId, String caseNumber) {
        HttpResponse<String> answer = staff.browser(userId).get("/cases/" + caseNumber + "/upload-progress");
        if (answer.statusCode() == 404) {
            return NONE;
        }
        JsonNode progress =
                Staff.read(Staff.expect(answer, "upload progress", 200).body());
        if (progress.path("running").asBoolean()) {
            return RUNNING;
        }
        return progress.path("text").asText().equals("已保存") ? STORED : NONE;
    }
}
