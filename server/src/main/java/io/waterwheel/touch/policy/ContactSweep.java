package io.waterwheel.touch.policy;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Looks every few minutes whether contacts are older than any cap.
@Component
class ContactSweep extends Sweep {

    private final Contacts contacts;

    ContactSweep(Contacts contacts) {
        super("touch-contact-sweep", "contact.sweep", RARELY);
        this.contacts = contacts;
    }

    @Override
    protected void look() {
        contacts.sweep();
    }
}
