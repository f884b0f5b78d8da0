package io.waterwheel.demo;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.simulated.Connection;
import io.waterwheel.intake.EventSources;
import io.waterwheel.kernel.privacy.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Makes the secrets that server and simulator share, once: a write key cannot be read again, so it is kept, sealed,
/// in the transaction that makes it.
@Component
class Settling {

    private static final String SHOP = "演示商城";

    private final SeededWorlds worlds;
    private final EventSources sources;
    private final Vault vault;
    private final JsonMapper json;

    Settling(SeededWorlds worlds, EventSources sources, Vault vault, JsonMapper json) {
        this.worlds = worlds;
        this.sources = sources;
        this.vault = vault;
        this.json = json;
    }

    @Transactional
    Connection settle(Brand brand) {
        String sealed = worlds.lock(brand).sealedSettings();
        if (sealed != null) {
            return json.readValue(vault.open(sealed), Connection.class);
        }
        Connection connection = Connection.random(sources.create(brand, SHOP).writeKey());
        worlds.settle(brand, vault.seal(json.writeValueAsString(connection)));
        return connection;
    }
}
