package io.waterwheel.touch.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Open SMTP connections, used again and again: opening one takes longer than sending a mail.
@Component
class MailConnections implements DisposableBean {

    private static final long IDLE_MOST = Duration.ofSeconds(15).toNanos();
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";

    private final Map<EmailSettings, ConcurrentLinkedDeque<Connection>> idle = new ConcurrentHashMap<>();

    /// One open connection.
    static final class Connection {

        private final Transport transport;
        private long usedAt;

        private Connection(Transport transport) {
            this.transport = transport;
            this.usedAt = System.nanoTime();
        }

        Transport transport() {
            return transport;
        }
    }

    Session session(EmailSettings settings) {
        Properties properties = new Properties();
        boolean tls = settings.security() == EmailSecurity.TLS;
        String protocol = tls ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        properties.put("mail.transport.protocol", protocol);
        properties.put(prefix + "host", settings.host());
        properties.put(prefix + "port", Integer.toString(settings.port()));
        properties.put(prefix + "auth", Boolean.toString(settings.username() != null));
        properties.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.put(prefix + "timeout", ANSWER_MILLIS);
        properties.put(prefix + "writetimeout", ANSWER_MILLIS);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "quitwait", "false");
        if (settings.security() == EmailSecurity.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        return Session.getInstance(properties);
    }

    Connection borrow(EmailSettings settings) throws MessagingException {
        var pool = idle.computeIfAbsent(settings, key -> new ConcurrentLinkedDeque<>());
        for (Connection connection = pool.pollFirst(); connection != null; connection = pool.pollFirst()) {
            if (System.nanoTime() - connection.usedAt < IDLE_MOST || connection.transport.isConnected()) {
                return connection;
            }
            close(connection);
        }
        Transport transport = session(settings).getTransport();
        transport.connect(settings.host(), settings.port(), settings.username(), settings.password());
        return new Connection(transport);
    }

    void giveBack(EmailSettings settings, Connection connection) {
        connection.usedAt = System.nanoTime();
        idle.computeIfAbsent(settings, key -> new ConcurrentLinkedDeque<>()).addFirst(connection);
    }

    void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.transport.close();
            } catch (MessagingException e) {
                // It is being thrown away because it no longer works.
            }
        }
    }

    @Override
    public void destroy() {
        idle.values().forEach(pool -> pool.forEach(this::close));
        idle.clear();
    }
}
