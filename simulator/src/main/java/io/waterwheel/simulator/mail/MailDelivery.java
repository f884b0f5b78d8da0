package io.waterwheel.simulator.mail;

import io.waterwheel.simulator.fault.Fault;
import io.waterwheel.simulator.fault.Faults;
import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Person;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/// One SMTP transaction.
final class MailDelivery implements MessageHandler {
    /// Nobody lives at this domain.
    private static final String BOUNCING = "@bounce.test";

    /// Every mailbox at this domain is full, for ever.
    private static final String FULL = "@full.test";

    private final Town town;
    private final Faults faults;
    private final InstantSource clock;
    private final Session connection;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    MailDelivery(Session connection, Town town, Faults faults, InstantSource clock) {
        this.connection = connection;
        this.town = town;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public void from(String from) {
        sender = from == null ? "" : from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        if (recipient.toLowerCase(Locale.ROOT).endsWith(BOUNCING)) {
            throw new RejectException(550, "5.1.1 no such mailbox");
        }
        if (recipient.toLowerCase(Locale.ROOT).endsWith(FULL)) {
            throw new RejectException(452, "4.2.2 mailbox full");
        }
        recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        var raw = data.readAllBytes();
        var fault = faults.meet("smtp");
        if (fault.isPresent()) {
            fail(fault.get(), raw);
        } else {
            keep(raw);
        }
        return "2.0.0 accepted";
    }

    private void fail(Fault fault, byte[] raw) throws RejectException, IOException {
        fault.delay();
        switch (fault.kind()) {
            case ERRCODE -> throw new RejectException(fault.errcode(), "injected fault");
            case DROP_BEFORE -> drop();
            case DROP_AFTER_WORK -> {
                keep(raw);
                drop();
            }
            case SLOW, FAIL_LIST -> keep(raw);
        }
    }

    /// Nothing more is heard from this end, not even a 421: that would be an answer.
    private void drop() throws IOException {
        connection.closeSocket();
    }

    private void keep(byte[] raw) throws RejectException, IOException {
        try {
            var message = Letter.read(raw, sender, "<" + UUID.randomUUID() + "@simulator>");
            town.alone(() -> {
                for (var recipient : recipients) {
                    var person =
                            town.directory().byEmail(recipient).map(Person::id).orElse(null);
                    town.record(new Fact.MailAccepted(person, message, clock.millis()));
                }
                return Optional.empty();
            });
        } catch (MessagingException e) {
            throw new RejectException(554, "5.6.0 unreadable message");
        }
    }

    @Override
    public void done() {}
}
