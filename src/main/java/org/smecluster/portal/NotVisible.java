package org.smecluster.portal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such thing, or it is none of the person's business; the answer does not tell which. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotVisible extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
