package io.waterwheel.simulator.mail;

import io.waterwheel.simulator.town.Channel;
import io.waterwheel.simulator.town.Links;
import io.waterwheel.simulator.town.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/// Reads a letter as a mail program shows it: the HTML's links when there is HTML, otherwise the text's.
final class Letter {
    private static final Session SESSION = Session.getInstance(new Properties());

    private String plain = "";
    private String html = "";

    private Letter() {}

    static Message read(byte[] raw, String envelopeSender, String fallbackKey) throws MessagingException, IOException {
        var mime = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
        var letter = new Letter();
        letter.collect(mime);
        var key = mime.getMessageID();
        var subject = mime.getSubject();
        var links = Links.inHtml(letter.html);
        return new Message(
                key == null ? fallbackKey : key,
                Channel.EMAIL,
                envelopeSender,
                subject == null ? "" : subject,
                letter.text(),
                links.isEmpty() ? Links.inText(letter.plain) : links);
    }

    private void collect(Part part) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return;
        }
        var content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i));
            }
        } else if (part.isMimeType("text/html") && html.isEmpty()) {
            html = content.toString();
        } else if (part.isMimeType("text/plain") && plain.isEmpty()) {
            plain = content.toString();
        }
    }

    private String text() {
        return (plain.isBlank() ? withoutTags(html) : plain).strip();
    }

    private static String withoutTags(String html) {
        return html.replaceAll("(?is)<(style|script|head)\\b.*?</\\1>", " ")
                .replaceAll("(?i)<(br|/p|/div|/tr|/h\\d)\\b[^>]*>", "\n")
                .replaceAll("<[^>]+>", " ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]+", " ")
                .replaceAll("\\s*\\n\\s*", "\n");
    }
}
