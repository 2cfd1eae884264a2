package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.smecluster.engine.FormRejected.Fault;
import org.smecluster.engine.LastRefusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a person's form was refused for, fault by fault, for Tasklist's script {@code form-refused.js}. */
@RestController
class TaskRefusal {

    @GetMapping("/desk/task/{taskId}/refusal")
    List<Fault> refusal(@PathVariable String taskId, HttpServletRequest request) {
        List<Fault> faults = LastRefusal.of(request, taskId);
        if (faults.isEmpty()) {
            throw new NotVisible();
        }
        return faults;
    }
}
