package io.waterwheel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailTests {
    private final SimulatorFixture town = new SimulatorFixture();

    @BeforeEach
    void live() {
        town.with(new WorldBuilder().friends("lin", 3));
    }

    @AfterEach
    void end() {
        town.close();
    }

    @Test
    void aLetterIsFiledUnderThePersonWithThatAddress() throws Exception {
        var letter = letter(town, "P1@People.Test");
        Transport.send(letter);
        var record = town.sim("GET", "/sim/record?channel=email");
        assertThat(record).hasSize(1);
        assertThat(record.get(0).path("person").asString()).isEqualTo("p1");
        assertThat(record.get(0).path("messageKey").asString()).isEqualTo(letter.getMessageID());
        var received = town.sim("GET", "/sim/customers/p1").path("received").get(0);
        assertThat(received.path("subject").asString()).isEqualTo("春茶上新");
        assertThat(received.path("text").asString()).contains("欢迎来店");
        assertThat(received.path("links").get(0).asString()).isEqualTo("http://127.0.0.1:9/a?x=1&y=2");
    }

    @Test
    void theSameTextTwiceIsADuplicate() throws Exception {
        Transport.send(letter(town, "p1@people.test"));
        Transport.send(letter(town, "p1@people.test"));
        Transport.send(letter(town, "p2@people.test"));
        var duplicates = town.sim("GET", "/sim/record/duplicates");
        assertThat(duplicates).hasSize(1);
        assertThat(duplicates.get(0).path("person").asString()).isEqualTo("p1");
        assertThat(duplicates.get(0).path("messageKeys")).hasSize(2);
    }

    @Test
    void addressesThatBounceAreRefusedAndStrangersLettersAreOnlyCounted() throws Exception {
        assertThatThrownBy(() -> Transport.send(letter(town, "someone@bounce.test")))
                .isInstanceOf(SendFailedException.class)
                .rootCause()
                .hasMessageContaining("550");
        Transport.send(letter(town, "stranger@people.test"));
        assertThat(town.truth("unclaimedMail")).isEqualTo(1);
        assertThat(town.truth("delivered")).isZero();
    }

    @Test
    void aConnectionDroppedAfterTheLetterWasTakenLeavesItDelivered() {
        town.fault("{\"path\":\"smtp\",\"kind\":\"drop-after-work\",\"times\":1}");
        assertThatThrownBy(() -> Transport.send(letter(town, "p0@people.test"))).isInstanceOf(MessagingException.class);
        assertThat(town.truth("delivered")).isEqualTo(1);
        town.fault("{\"path\":\"smtp\",\"kind\":\"errcode\",\"errcode\":451,\"times\":1}");
        assertThatThrownBy(() -> Transport.send(letter(town, "p0@people.test"))).hasMessageContaining("451");
        assertThat(town.truth("delivered")).isEqualTo(1);
    }

    static MimeMessage letter(SimulatorFixture town, String to) throws MessagingException {
        return letter(town, to, "http://127.0.0.1:9/a?x=1&amp;y=2");
    }

    static MimeMessage letter(SimulatorFixture town, String to, String link) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(town.simulator.smtpPort()));
        var letter = new MimeMessage(Session.getInstance(settings));
        letter.setFrom(new InternetAddress("brand@brand.test"));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        letter.setSubject("春茶上新", "UTF-8");
        var plain = new MimeBodyPart();
        plain.setText("欢迎来店", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<p>欢迎来店 <a href=\"" + link + "\">看看</a></p>", "text/html; charset=utf-8");
        letter.setContent(new MimeMultipart("alternative", plain, html));
        letter.saveChanges();
        return letter;
    }
}
