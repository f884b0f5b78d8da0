package io.waterwheel.access.account;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Workplace;
import io.waterwheel.access.Workplaces;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads the rows at each request and keeps nothing in the session.
@Component
class CallersWorkplaces implements Workplaces {

    private static final Workplace NOWHERE = new Workplace.Stores(List.of());

    private final AccountStores stores;

    CallersWorkplaces(AccountStores stores) {
        this.stores = stores;
    }

    @Override
    public Workplace ofCaller(Brand brand) {
        return Caller.current().map(caller -> of(caller, brand)).orElse(NOWHERE);
    }

    private Workplace of(Caller caller, Brand brand) {
        return switch (caller.role()) {
            case ADMIN, OPERATOR -> new Workplace.Everywhere();
            case GUIDE ->
                caller instanceof Caller.SignedIn(Account account)
                        ? new Workplace.Stores(stores.of(account.id(), brand.id()))
                        : NOWHERE;
        };
    }
}
