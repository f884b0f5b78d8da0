package io.waterwheel.loyalty.sharing;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Forgets invitations that are long over.
@Component
public class SharedInvitationSweep extends Sweep {

    private final SharedInvitations invitations;

    SharedInvitationSweep(SharedInvitations invitations) {
        super("shared-invitations", "shared.invitations.sweep", RARELY);
        this.invitations = invitations;
    }

    @Override
    protected void look() {
        invitations.forgetOld();
    }
}
