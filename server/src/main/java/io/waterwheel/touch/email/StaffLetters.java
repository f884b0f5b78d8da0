package io.waterwheel.touch.email;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.StaffMail;
import io.waterwheel.touch.TouchProblem;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/// Plain letters to the people who run a brand.
@Component
class StaffLetters implements StaffMail {

    private final MailAccounts accounts;
    private final MailConnections connections;
    private final InstantSource clock;

    StaffLetters(MailAccounts accounts, MailConnections connections, InstantSource clock) {
        this.accounts = accounts;
        this.connections = connections;
        this.clock = clock;
    }

    /// Knows its own Message-ID.
    private static final class StaffLetter extends MimeMessage {

        private final String messageId;

        StaffLetter(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    @Override
    public boolean ready(Brand brand) {
        return accounts.of(brand).isPresent();
    }

    @Override
    public void send(Brand brand, List<String> to, String key, String subject, String text) {
        EmailSettings settings = accounts.of(brand).orElseThrow(() -> new Problem(TouchProblem.EMAIL_NOT_CONFIGURED));
        MailConnections.Connection connection = null;
        try {
            StaffLetter letter = letter(settings, to, key, subject, text);
            connection = connections.borrow(settings);
            connection.transport().sendMessage(letter, letter.getAllRecipients());
            connections.giveBack(settings, connection);
        } catch (MessagingException | UnsupportedEncodingException e) {
            connections.close(connection);
            throw new Problem(TouchProblem.EMAIL_UNREACHABLE, e)
                    .with("host", settings.host())
                    .with("reason", e.getClass().getSimpleName());
        }
    }

    private StaffLetter letter(EmailSettings settings, List<String> to, String key, String subject, String text)
            throws MessagingException, UnsupportedEncodingException {
        String from = settings.fromAddress();
        StaffLetter letter = new StaffLetter(
                connections.session(settings), "<" + key + "@" + from.substring(from.indexOf('@') + 1) + ">");
        letter.setFrom(new InternetAddress(from, settings.fromName(), "UTF-8"));
        for (String address : to) {
            letter.addRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        }
        letter.setSubject(subject, "UTF-8");
        letter.setSentDate(Date.from(clock.instant()));
        letter.setText(text, "UTF-8");
        letter.saveChanges();
        return letter;
    }
}
