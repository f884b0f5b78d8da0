package io.waterwheel.touch.email;

import io.waterwheel.touch.Call;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;

/// One mail: plain text and HTML, with a Message-ID that is the same however often it is made.
final class Letter extends MimeMessage {

    private final String messageId;

    private Letter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static Letter of(Session session, EmailSettings settings, Call call, Instant now)
            throws MessagingException, UnsupportedEncodingException {
        Letter letter = new Letter(session, messageId(settings, call));
        letter.setFrom(new InternetAddress(settings.fromAddress(), settings.fromName(), "UTF-8"));
        letter.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(call.recipients().getFirst().address(), true));
        letter.setSubject(call.subject() == null ? "" : call.subject(), "UTF-8");
        letter.setSentDate(Date.from(now));
        URI leave = call.leave();
        if (leave != null) {
            letter.setHeader("List-Unsubscribe", "<" + leave + ">");
            letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(MailText.plain(call.text(), leave), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(MailText.html(call.text(), leave), "UTF-8", "html");
        letter.setContent(new MimeMultipart("alternative", text, html));
        letter.saveChanges();
        return letter;
    }

    static String messageId(EmailSettings settings, Call call) {
        String from = settings.fromAddress();
        return "<" + call.key() + "@" + from.substring(from.indexOf('@') + 1) + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
