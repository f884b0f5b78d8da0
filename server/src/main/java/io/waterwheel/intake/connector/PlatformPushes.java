package io.waterwheel.intake.connector;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.collect.RefusalReason;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Receives what platforms push. Whatever is genuine is acknowledged, readable or not, once it is on disk: sending it
/// again would not make it readable.
@Component
public class PlatformPushes {

    private static final Logger log = LoggerFactory.getLogger(PlatformPushes.class);

    private final Connections connections;
    private final PlatformOrders orders;

    PlatformPushes(Connections connections, PlatformOrders orders) {
        this.connections = connections;
        this.orders = orders;
    }

    /// @return what the platform takes for "received"
    /// @throws Problem `connection-unknown`, `push-forged`, `overloaded`
    public String receive(String platform, String connectKey, PushRequest push) {
        Connection connection = connections.at(platform, connectKey);
        if (!connection.connector().genuine(push, connection.secret())) {
            log.warn("push.refused source={} code=push-forged", connection.id());
            throw new Problem(IntakeProblem.PUSH_FORGED);
        }
        List<Taken> taken = orders.take(connection, messages(connection, push));
        for (Taken one : taken) {
            if (one instanceof Taken.Refused(RefusalReason reason, String place)) {
                log.info("push.quarantined source={} code={} place={}", connection.id(), reason.code(), place);
            }
        }
        return connection.connector().acknowledgement();
    }

    private static List<PlatformMessage> messages(Connection connection, PushRequest push) {
        try {
            return connection.connector().messages(push).stream()
                    .map(PlatformMessage::of)
                    .toList();
        } catch (JacksonException notJson) {
            return List.of(new PlatformMessage(push.body(), null));
        }
    }
}
