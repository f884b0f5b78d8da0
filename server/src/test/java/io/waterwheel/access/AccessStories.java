package io.waterwheel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.account.Role;
import io.waterwheel.access.account.Staff;
import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class AccessStories {

    @Autowired
    Browsers browsers;

    @Autowired
    Staff staff;

    @Autowired
    TestClock clock;

    @Autowired
    WaterwheelProperties properties;

    @AfterEach
    void realTimeAgain() {
        clock.reset();
    }

    @Test
    void aPersonSignsInSeesTheBrandsAndSignsOut() {
        Browser browser = browsers.open();
        assertThat(browser.get("/api/session").json().get("person").isNull()).isTrue();
        assertThat(browser.get("/api/session").json().get("brands")).isEmpty();

        Answer in = browser.signIn(browsers.person(Role.OPERATOR), Browsers.PASSWORD);
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.json().at("/person/role").asString()).isEqualTo("operator");
        assertThat(in.json().at("/person/mustChangePassword").asBoolean()).isFalse();
        assertThat(in.json()
                        .get("brands")
                        .valueStream()
                        .map(brand -> brand.get("id").asString()))
                .contains("main");
        assertThat(browser.get("/api/jobs").status()).isEqualTo(200);

        assertThat(browser.delete("/api/session").status()).isEqualTo(204);
        assertThat(browser.get("/api/jobs").code()).isEqualTo("not-signed-in");
    }

    @Test
    void withoutASessionEverythingElseIsRefusedAsAProblem() {
        Answer answer = browsers.open().get("/api/accounts");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("not-signed-in");
        assertThat(browsers.open().get("/actuator/metrics").status()).isEqualTo(401);
        assertThat(browsers.open().get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void theSessionIdChangesAtSignInAndTheCookieIsKeptFromScripts() {
        String username = browsers.person(Role.OPERATOR);
        Browser browser = browsers.open();
        browser.signIn(username, Browsers.PASSWORD);
        String first = browser.cookie("waterwheel").orElseThrow();
        String firstToken = browser.cookie("XSRF-TOKEN").orElseThrow();

        Answer again = browser.signIn(username, Browsers.PASSWORD);
        assertThat(browser.cookie("waterwheel").orElseThrow()).isNotEqualTo(first);
        assertThat(browser.cookie("XSRF-TOKEN").orElseThrow()).isNotEqualTo(firstToken);
        assertThat(again.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("waterwheel=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }

    @Test
    void fiveWrongPasswordsLockTheNameForFifteenMinutes() {
        String username = browsers.person(Role.OPERATOR);
        Browser browser = browsers.open();
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(browser.signIn(username, "not the password").code()).isEqualTo("sign-in-failed");
        }
        Answer locked = browser.signIn(username, Browsers.PASSWORD);
        assertThat(locked.status()).isEqualTo(423);
        assertThat(locked.json().at("/params/until").asString()).endsWith("Z");
        assertThat(account(username).get("lockedUntil").isNull()).isFalse();
        assertThat(audit("action=account.lock&actor=system").toString())
                .contains("account/" + account(username).get("id").asString());

        clock.advance(Duration.ofMinutes(14));
        assertThat(browser.signIn(username, Browsers.PASSWORD).status()).isEqualTo(423);
        clock.advance(Duration.ofMinutes(1));
        assertThat(browser.signIn(username, Browsers.PASSWORD).status()).isEqualTo(200);
        assertThat(account(username).get("lockedUntil").isNull()).isTrue();
    }

    @Test
    void aRightPasswordStartsTheCountAnew() {
        String username = browsers.person(Role.OPERATOR);
        Browser browser = browsers.open();
        for (int round = 0; round < 2; round++) {
            for (int attempt = 1; attempt <= 4; attempt++) {
                assertThat(browser.signIn(username, "not the password").status())
                        .isEqualTo(401);
            }
            assertThat(browser.signIn(username, Browsers.PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void aNameNobodyHasAnswersLikeOneSomebodyHas() {
        Browser browser = browsers.open();
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(browser.signIn("nobody-has-this", "not the password").code())
                    .isEqualTo("sign-in-failed");
        }
        assertThat(browser.signIn("Nobody-Has-This ", "not the password").code())
                .isEqualTo("account-locked");
    }

    @Test
    void guessesSentAtTheSameMomentAreCountedLikeGuessesSentOneByOne() throws Exception {
        String username = browsers.person(Role.OPERATOR);
        List<Future<String>> guesses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                Callable<String> guess = () ->
                        browsers.open().signIn(username, "not the password").code();
                guesses.add(threads.submit(guess));
            }
        }
        assertThat(guesses.stream().map(AccessStories::result).filter("sign-in-failed"::equals))
                .hasSize(5);
    }

    @Test
    void aCallWithoutTheCsrfTokenIsRefused() {
        Browser browser = browsers.signedIn(Role.ADMIN);
        browser.forgetCookie("XSRF-TOKEN");
        Answer answer = browser.post("/api/accounts", newAccount("never.made"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("csrf-missing");
        assertThat(browsers.open()
                        .post("/api/session", Map.of("username", "a", "password", "b"))
                        .status())
                .as("signing in needs it too")
                .isEqualTo(403);
    }

    @Test
    void onlyAdministratorsManageAccountsAndBrands() {
        for (Role role : List.of(Role.GUIDE, Role.OPERATOR)) {
            Browser browser = browsers.signedIn(role);
            assertThat(browser.post("/api/accounts", newAccount("by." + role.key()))
                            .code())
                    .isEqualTo("forbidden");
            assertThat(browser.get("/api/accounts").status()).isEqualTo(403);
            assertThat(browser.get("/api/audit").status()).isEqualTo(403);
            assertThat(browser.post("/api/brands", brand("by-" + role.key())).status())
                    .isEqualTo(403);
            assertThat(browser.get("/actuator/metrics").status()).isEqualTo(403);
        }
        assertThat(browsers.signedIn(Role.ADMIN).get("/actuator/metrics").status())
                .isEqualTo(200);
    }

    @Test
    void aOneTimePasswordOpensNothingButItsOwnChange() {
        Browser admin = browsers.signedIn(Role.ADMIN);
        JsonNode issued = admin.post("/api/accounts", newAccount("lin.mei")).json();
        String oneTime = issued.get("oneTimePassword").asString();

        Browser browser = browsers.open();
        assertThat(browser.signIn("lin.mei", oneTime)
                        .json()
                        .at("/person/mustChangePassword")
                        .asBoolean())
                .isTrue();
        assertThat(browser.get("/api/jobs").code()).isEqualTo("password-change-required");
        assertThat(browser.get("/api/session").status()).isEqualTo(200);

        assertThat(changePassword(browser, oneTime, "short").code()).isEqualTo("password-too-weak");
        assertThat(changePassword(browser, oneTime, oneTime).code()).isEqualTo("password-too-weak");
        assertThat(changePassword(browser, "wrong", Browsers.PASSWORD).code()).isEqualTo("password-wrong");
        assertThat(changePassword(browser, oneTime, Browsers.PASSWORD).status()).isEqualTo(204);
        assertThat(browser.get("/api/jobs").status()).isEqualTo(200);
        assertThat(browsers.open().signIn("lin.mei", oneTime).code()).isEqualTo("sign-in-failed");
    }

    @Test
    void aNewPasswordEndsThePersonsOtherSessions() {
        String username = browsers.person(Role.OPERATOR);
        Browser here = browsers.open();
        here.signIn(username, Browsers.PASSWORD);
        Browser elsewhere = browsers.open();
        elsewhere.signIn(username, Browsers.PASSWORD);

        assertThat(changePassword(here, Browsers.PASSWORD, "another wheel turns")
                        .status())
                .isEqualTo(204);
        assertThat(here.get("/api/jobs").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/jobs").status()).isEqualTo(401);
    }

    @Test
    void aDisabledAccountLosesItsSessionAtOnceAndForGood() {
        String username = browsers.person(Role.GUIDE);
        Browser browser = browsers.open();
        browser.signIn(username, Browsers.PASSWORD);
        Browser admin = browsers.signedIn(Role.ADMIN);
        String path = "/api/accounts/" + account(username).get("id").asString();

        assertThat(admin.patch(path, Map.of("disabled", true))
                        .json()
                        .get("disabled")
                        .asBoolean())
                .isTrue();
        assertThat(browser.get("/api/jobs").status()).isEqualTo(401);
        assertThat(browsers.open().signIn(username, Browsers.PASSWORD).code()).isEqualTo("sign-in-failed");

        admin.patch(path, Map.of("disabled", false));
        assertThat(browser.get("/api/jobs").status()).as("the old session").isEqualTo(401);
        assertThat(browsers.open().signIn(username, Browsers.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aChangedRoleCountsFromTheNextCall() {
        String username = browsers.person(Role.ADMIN);
        Browser browser = browsers.open();
        browser.signIn(username, Browsers.PASSWORD);
        assertThat(browser.get("/api/accounts").status()).isEqualTo(200);

        String path = "/api/accounts/" + account(username).get("id").asString();
        browsers.commandLine().patch(path, Map.of("role", "guide"));
        assertThat(browser.get("/api/accounts").code()).isEqualTo("forbidden");
    }

    @Test
    void aForgottenPasswordIsReplacedByAOneTimePasswordAndTheLockLifted() {
        String username = browsers.person(Role.OPERATOR);
        for (int attempt = 1; attempt <= 5; attempt++) {
            browsers.open().signIn(username, "not the password");
        }
        String path = "/api/accounts/" + account(username).get("id").asString() + "/password";
        String oneTime = browsers.signedIn(Role.ADMIN)
                .post(path, Map.of())
                .json()
                .get("oneTimePassword")
                .asString();
        Answer in = browsers.open().signIn(username, oneTime);
        assertThat(in.json().at("/person/mustChangePassword").asBoolean()).isTrue();
    }

    @Test
    void badRequestsSayWhatIsWrong() {
        Browser admin = browsers.signedIn(Role.ADMIN);
        assertThat(admin.post("/api/accounts", newAccount("Not A Name")).code()).isEqualTo("username-invalid");
        admin.post("/api/accounts", newAccount("taken.name"));
        assertThat(admin.post("/api/accounts", newAccount("taken.name")).code()).isEqualTo("username-taken");
        Answer missing = admin.post("/api/accounts", Map.of("username", "half.made"));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.json()
                        .get("errors")
                        .valueStream()
                        .map(e -> e.get("pointer").asString()))
                .containsExactlyInAnyOrder("/displayName", "/role");
        assertThat(admin.post("/api/accounts", "{\"username\":").code()).isEqualTo("malformed");
        assertThat(admin.patch("/api/accounts/999999", Map.of("disabled", true)).code())
                .isEqualTo("not-found");
        assertThat(admin.patch("/api/accounts/one", Map.of("disabled", true)).code())
                .isEqualTo("malformed");
        assertThat(admin.post("/api/brands", brand("Bad Key")).code()).isEqualTo("brand-key-invalid");
        assertThat(admin.post("/api/brands", brand("main")).code()).isEqualTo("brand-taken");
        assertThat(admin.put("/api/brands/nobody", Map.of("name", "n", "currency", "CNY", "timeZone", "UTC"))
                        .code())
                .isEqualTo("not-found");
        assertThat(admin.put("/api/brands/main", Map.of("name", "n", "currency", "CNY", "timeZone", "Mars/Base"))
                        .code())
                .isEqualTo("invalid");
    }

    @Test
    void anAdministratorMakesABrandAndRenamesIt() {
        Browser admin = browsers.signedIn(Role.ADMIN);
        assertThat(admin.post("/api/brands", brand("tea-house"))
                        .json()
                        .get("id")
                        .asString())
                .isEqualTo("tea-house");
        Map<String, String> settings = Map.of("name", "茶馆", "currency", "CNY", "timeZone", "Asia/Shanghai");
        assertThat(admin.put("/api/brands/tea-house", settings)
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("茶馆");
        assertThat(admin.get("/api/session").json().get("brands").toString()).contains("茶馆");
    }

    @Test
    void everyChangeLeavesARowInTheTrail() {
        String username = browsers.person(Role.ADMIN);
        Browser admin = browsers.open();
        admin.signIn(username, Browsers.PASSWORD);
        JsonNode made =
                admin.post("/api/accounts", newAccount("audited.person")).json().get("account");
        String id = made.get("id").asString();
        admin.patch("/api/accounts/" + id, Map.of("displayName", "Renamed"));
        admin.post("/api/accounts/" + id + "/password", Map.of());
        admin.post("/api/brands", brand("audited-brand"));

        JsonNode trail = audit("actor=" + username);
        assertThat(trail.get("items").valueStream().map(row -> row.get("action").asString()))
                .containsExactly(
                        "brand.create",
                        "account.issue-password",
                        "account.change",
                        "account.create",
                        "session.sign-in",
                        "account.password",
                        "session.sign-in");
        assertThat(trail.toString()).doesNotContain("oneTime").doesNotContain(Browsers.PASSWORD);

        JsonNode firstPage = audit("limit=2&action=account&actor=" + username);
        JsonNode secondPage = audit("limit=2&action=account&actor=" + username + "&cursor="
                + firstPage.get("next").asString());
        assertThat(secondPage
                        .get("items")
                        .valueStream()
                        .map(row -> row.get("action").asString()))
                .containsExactly("account.create", "account.password");
    }

    @Test
    void theCommandLineActsByTheTokenInTheDataDirectory() throws IOException {
        Browser local = browsers.commandLine();
        assertThat(local.get("/api/session").json().at("/person/username").asString())
                .isEqualTo("local");
        assertThat(local.post("/api/accounts", newAccount("made.locally")).status())
                .as("no CSRF token")
                .isEqualTo(200);
        assertThat(audit("actor=local&action=account.create").get("items")).isNotEmpty();
        assertThat(Files.getPosixFilePermissions(properties.dataDirectory().resolve("keys/local-token")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));

        Browser guess = browsers.open().with("Authorization", "Bearer 0123456789abcdef");
        assertThat(guess.get("/api/accounts").status()).isEqualTo(401);
        assertThat(guess.post("/api/accounts", newAccount("never.made")).code()).isEqualTo("not-signed-in");
    }

    @Test
    void answersAreNotKeptNorFramedNorSniffed() {
        Answer answer = browsers.open().get("/api/session");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
    }

    private JsonNode account(String username) {
        return browsers.commandLine()
                .get("/api/accounts")
                .json()
                .valueStream()
                .filter(account -> account.get("username").asString().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode audit(String query) {
        return browsers.commandLine().get("/api/audit?" + query).json();
    }

    private static Map<String, String> newAccount(String username) {
        return Map.of("username", username, "displayName", "Lin Mei", "role", "guide");
    }

    private static Map<String, String> brand(String key) {
        return Map.of("id", key, "name", "Tea House", "currency", "CNY", "timeZone", "Asia/Shanghai");
    }

    private static Answer changePassword(Browser browser, String current, String next) {
        return browser.post("/api/session/password", Map.of("current", current, "next", next));
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
