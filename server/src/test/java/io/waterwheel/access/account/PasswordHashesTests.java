package io.waterwheel.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashesTests {

    private final PasswordHashes hashes = new PasswordHashes(new PasswordEncoding().passwordEncoder());

    @Test
    void aPasswordIsKnownAgainAndCostsWhatANobodysDoes() {
        String hash = hashes.hash("water turns the wheel");
        assertThat(hashes.match("water turns the wheel", hash)).isTrue();
        assertThat(hashes.match("water turns the mill", hash)).isFalse();
        assertThat(hash).startsWith("{bcrypt}$2a$11$");
        assertThat(PasswordHashes.NOBODYS).as("an unknown user takes as long").startsWith("{bcrypt}$2a$11$");
    }

    @Test
    void nothingMatchesNobody() {
        assertThat(hashes.match("water turns the wheel", null)).isFalse();
    }
}
