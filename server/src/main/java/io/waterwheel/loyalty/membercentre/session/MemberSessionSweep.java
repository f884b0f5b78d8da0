package io.waterwheel.loyalty.membercentre.session;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Forgets sessions that are over.
@Component
class MemberSessionSweep extends Sweep {

    private final MemberSessions sessions;

    MemberSessionSweep(MemberSessions sessions) {
        super("member-sessions", "member.sessions.sweep", RARELY);
        this.sessions = sessions;
    }

    @Override
    protected void look() {
        sessions.forgetOld();
    }
}
