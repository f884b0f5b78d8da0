package io.waterwheel.access.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.AccessProblem;
import io.waterwheel.access.Brands;
import io.waterwheel.access.account.Caller;
import io.waterwheel.access.account.Passwords;
import io.waterwheel.access.account.SessionOwner;
import io.waterwheel.access.account.SignIns;
import io.waterwheel.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/session")
@Tag(name = "access")
class SessionController {

    private final SignIns signIns;
    private final Passwords passwords;
    private final SessionOwner sessions;
    private final CsrfTokenRepository csrfTokens;
    private final Brands brands;
    private final String version;
    private final boolean demo;

    SessionController(
            SignIns signIns,
            Passwords passwords,
            SessionOwner sessions,
            CsrfTokenRepository csrfTokens,
            Brands brands,
            @Value("${spring.application.version:dev}") String version,
            @Value("${waterwheel.demo.enabled:false}") boolean demo) {
        this.signIns = signIns;
        this.passwords = passwords;
        this.sessions = sessions;
        this.csrfTokens = csrfTokens;
        this.brands = brands;
        this.version = version;
        this.demo = demo;
    }

    @GetMapping
    Session getSession() {
        return Caller.current()
                .map(caller -> new Session(
                        Person.of(caller),
                        brands.all().stream().map(BrandBody::of).toList(),
                        version,
                        demo))
                .orElseGet(() -> new Session(null, List.of(), version, demo));
    }

    @PostMapping
    Session signIn(@RequestBody SignIn signIn, HttpServletRequest request, HttpServletResponse response) {
        signIns.signIn(signIn.username(), signIn.password(), request);
        // A token planted before sign-in is worth nothing after it.
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
        return getSession();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        sessions.close(request);
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody ChangePassword change, HttpServletRequest request) {
        // The command line has no password; it issues a new one to a person instead.
        if (!(Caller.current().orElse(null) instanceof Caller.SignedIn person)) {
            throw new Problem(AccessProblem.FORBIDDEN);
        }
        passwords.change(person.account(), change.current(), change.next(), request);
    }
}
