package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.smecluster.engine.Unstorable;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A request that is at fault itself is answered 400 or 413, not as a failure of the system. */
@ControllerAdvice
class BadRequests {

    @ExceptionHandler
    void noUpload(MultipartException malformed, HttpServletResponse response) throws IOException {
        response.sendError(
                malformed instanceof MaxUploadSizeExceededException
                        ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                        : HttpServletResponse.SC_BAD_REQUEST);
    }

    @ExceptionHandler
    void notStored(DataAccessException failed, HttpServletResponse response) throws IOException {
        if (Unstorable.caused(failed)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            throw failed;
        }
    }
}
