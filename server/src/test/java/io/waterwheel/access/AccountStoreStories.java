package io.waterwheel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.account.Role;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// An administrator says at which stores a guide works.
@ServerTest
class AccountStoreStories {

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestBrands brands;

    private Browser admin;
    private String tea;
    private String silk;

    @BeforeEach
    void twoBrands() {
        admin = browsers.signedIn(Role.ADMIN);
        tea = brands.chinese().key();
        silk = brands.chinese().key();
    }

    @Test
    void storesAreGivenWithTheAccountAndShownWithIt() {
        JsonNode made = make(Map.of(tea, List.of(" S02 ", "S01", "S02")));
        assertThat(made.at("/stores/" + tea).toString()).isEqualTo("[\"S01\",\"S02\"]");
        JsonNode listed = listed(made);
        assertThat(listed.get("stores")).isEqualTo(made.get("stores"));
        assertThat(audit("account.create", made)).contains("S01").contains(tea);
    }

    @Test
    void anAccountHasNoStoresUntilTheyAreGiven() {
        Answer made =
                admin.post("/api/accounts", Map.of("username", username(), "displayName", "Lin Mei", "role", "guide"));
        assertThat(made.json().at("/account/stores").toString()).isEqualTo("{}");
    }

    @Test
    void aBrandThatIsNotNamedKeepsItsStores() {
        JsonNode made = make(Map.of(tea, List.of("S01"), silk, List.of("W01")));
        JsonNode changed =
                change(made, Map.of("stores", Map.of(tea, List.of("S02")))).json();
        assertThat(changed.at("/stores/" + tea).toString()).isEqualTo("[\"S02\"]");
        assertThat(changed.at("/stores/" + silk).toString()).isEqualTo("[\"W01\"]");
        JsonNode renamed = change(made, Map.of("displayName", "Lin")).json();
        assertThat(renamed.get("stores")).isEqualTo(changed.get("stores"));
        change(made, Map.of("stores", Map.of(tea, List.of())));
        assertThat(listed(made).get("stores").has(tea)).isFalse();
        assertThat(audit("account.change", made)).contains("S02").contains("W01");
    }

    @Test
    void whatIsNoStoreAndWhatIsNoBrandIsRefusedAndNothingIsChanged() {
        JsonNode made = make(Map.of(tea, List.of("S01")));
        for (List<String> wrong : List.of(
                List.of("S02", " "),
                List.of("S".repeat(101)),
                Collections.nCopies(201, "S02"),
                Collections.<String>singletonList(null))) {
            Answer refused = change(made, Collections.singletonMap("stores", Map.of(tea, wrong)));
            assertThat(refused.status()).as(refused.text()).isIn(400, 422);
        }
        assertThat(change(made, Map.of("stores", Map.of("no-such-brand", List.of("S02"))))
                        .code())
                .isEqualTo("not-found");
        assertThat(listed(made).at("/stores/" + tea).toString()).isEqualTo("[\"S01\"]");
        String username = username();
        Answer refused = admin.post(
                "/api/accounts",
                Map.of(
                        "username",
                        username,
                        "displayName",
                        "Lin Mei",
                        "role",
                        "guide",
                        "stores",
                        Map.of("no-such-brand", List.of("S02"))));
        assertThat(refused.code()).isEqualTo("not-found");
        assertThat(admin.get("/api/accounts").text()).doesNotContain(username);
    }

    @Test
    void onlyAdministratorsGiveStores() {
        JsonNode made = make(Map.of());
        for (Role role : List.of(Role.GUIDE, Role.OPERATOR)) {
            assertThat(browsers.signedIn(role)
                            .patch(path(made), Map.of("stores", Map.of(tea, List.of("S01"))))
                            .code())
                    .isEqualTo("forbidden");
        }
        assertThat(listed(made).get("stores")).isEmpty();
    }

    private JsonNode make(Map<String, List<String>> stores) {
        Answer made = admin.post(
                "/api/accounts",
                Map.of("username", username(), "displayName", "Lin Mei", "role", "guide", "stores", stores));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return made.json().get("account");
    }

    private Answer change(JsonNode account, Map<String, ?> change) {
        return admin.patch(path(account), change);
    }

    private JsonNode listed(JsonNode account) {
        return admin.get("/api/accounts")
                .json()
                .valueStream()
                .filter(each -> each.get("id").equals(account.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private String audit(String action, JsonNode account) {
        return admin.get("/api/audit?action=" + action)
                .json()
                .get("items")
                .valueStream()
                .filter(entry -> entry.get("subject")
                        .asString()
                        .equals("account/" + account.get("id").asString()))
                .toList()
                .toString();
    }

    private static String path(JsonNode account) {
        return "/api/accounts/" + account.get("id").asString();
    }

    private static String username() {
        return "g" + UUID.randomUUID().toString().substring(0, 12);
    }
}
