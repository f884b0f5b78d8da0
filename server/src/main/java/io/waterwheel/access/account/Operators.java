package io.waterwheel.access.account;

import static io.waterwheel.access.generated.Tables.ACCOUNT;

import io.waterwheel.access.Colleagues;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Administrators and operators who can sign in.
@Component
class Operators implements Colleagues {

    private static final Condition CAN =
            ACCOUNT.DISABLED.isFalse().and(ACCOUNT.ROLE.in(Role.ADMIN.key(), Role.OPERATOR.key()));

    private final DSLContext database;

    Operators(DSLContext database) {
        this.database = database;
    }

    @Override
    public boolean mayOperate(String username) {
        return database.fetchExists(ACCOUNT, CAN, ACCOUNT.USERNAME.eq(username));
    }

    @Override
    public boolean anyoneBesides(Collection<String> usernames) {
        return database.fetchExists(ACCOUNT, CAN, ACCOUNT.USERNAME.notIn(usernames));
    }
}
