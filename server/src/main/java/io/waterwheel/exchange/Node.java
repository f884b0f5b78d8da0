package io.waterwheel.exchange;

import java.util.UUID;
import org.springframework.stereotype.Component;

/// This process among those that share the database: work that only one may do at a time is leased under its id.
@Component
public class Node {

    private final UUID id = UUID.randomUUID();

    public UUID id() {
        return id;
    }
}
