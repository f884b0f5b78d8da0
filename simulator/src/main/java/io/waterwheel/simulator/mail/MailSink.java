package io.waterwheel.simulator.mail;

import io.waterwheel.simulator.fault.Faults;
import io.waterwheel.simulator.town.Town;
import java.net.InetAddress;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/// The SMTP server, on loopback only.
public final class MailSink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailSink.class);

    private final SMTPServer server;

    /// @param port 0 picks a free one
    public MailSink(int port, Town town, Faults faults, InstantSource clock) {
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("waterwheel-simulator")
                .maxConnections(200)
                .messageHandlerFactory(context -> new MailDelivery((Session) context, town, faults, clock))
                .build();
    }

    public void start() {
        server.start();
        LOG.debug("mail sink port={}", port());
    }

    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }
}
