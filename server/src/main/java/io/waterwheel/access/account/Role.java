package io.waterwheel.access.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/// What a person is here for. An administrator may do all an operator may; a guide's work is apart from both.
public enum Role {
    @JsonProperty("admin")
    ADMIN("ROLE_ADMIN", "ROLE_OPERATOR"),
    @JsonProperty("operator")
    OPERATOR("ROLE_OPERATOR"),
    @JsonProperty("guide")
    GUIDE("ROLE_GUIDE");

    private final List<GrantedAuthority> authorities;

    Role(String... authorities) {
        this.authorities = List.copyOf(AuthorityUtils.createAuthorityList(authorities));
    }

    public List<GrantedAuthority> authorities() {
        return authorities;
    }

    /// The name the database and the audit trail use.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
