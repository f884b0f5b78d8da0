package io.waterwheel.access.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// A session keeps only whose it is; role and state are read afresh on each request, so that a disabled account or a
/// changed role counts at once.
@Component
public class SessionOwner implements SecurityContextRepository {

    private static final String ACCOUNT = "account";
    private static final String EPOCH = "epoch";

    private final Accounts accounts;

    SessionOwner(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Opens a session with a new id, so that an id planted before sign-in is worth nothing.
    void open(HttpServletRequest request, Account account) {
        close(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, account.id());
        session.setAttribute(EPOCH, account.epoch());
        become(new Caller.SignedIn(account));
    }

    public void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private static void become(Caller caller) {
        SecurityContextHolder.setContext(new SecurityContextImpl(caller.authentication()));
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // A session is opened and closed only by signing in and out.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return owner(request).isPresent();
    }

    private Optional<Account> owner(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ACCOUNT) instanceof Long id)
                || !(session.getAttribute(EPOCH) instanceof Integer epoch)) {
            return Optional.empty();
        }
        return accounts.find(id).filter(account -> !account.disabled() && account.epoch() == epoch);
    }

    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            return owner(request)
                    .map(account -> new SecurityContextImpl(new Caller.SignedIn(account).authentication()))
                    .orElseGet(SecurityContextImpl::new);
        }

        @Override
        public boolean isGenerated() {
            return false;
        }
    }
}
