package org.smecluster.security;

import org.springframework.security.core.AuthenticationException;

/** Too many logins failed from this address; it has to wait. */
class AddressRefusedException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    AddressRefusedException() {
        super("too many failed logins from this address");
    }
}
