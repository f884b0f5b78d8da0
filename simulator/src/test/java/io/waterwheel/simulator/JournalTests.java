package io.waterwheel.simulator;

import static io.waterwheel.simulator.MassSendTests.message;
import static io.waterwheel.simulator.MassSendTests.results;
import static io.waterwheel.simulator.SimulatorFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Transport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {
    @TempDir
    private Path data = Path.of(".");

    @Test
    void everythingIsThereAgainAfterARestart() throws Exception {
        String waiting;
        String sent;
        try (var town = new SimulatorFixture(data)) {
            town.with(new WorldBuilder().friends("lin", 3));
            town.sim("POST", "/sim/customers/p2/act", "{\"action\":\"delete-friend\"}");
            var contacts = town.contacts();
            sent = contacts.addMsgTemplate(message("第一条", "lin", List.of("wm0", "wm1")))
                    .getMsgId();
            waiting = contacts.addMsgTemplate(message("第二条", "lin", List.of("wm0")))
                    .getMsgId();
            town.confirm("lin", sent);
            town.sim("POST", "/sim/customers/p0/act", "{\"messageKey\":\"" + sent + "\",\"action\":\"read\"}");
            town.sim("PATCH", "/sim/behaviour", "{\"orderMeanMinor\":5000}");
            Transport.send(MailTests.letter(town, "p1@people.test"));
        }
        // A kill in the middle of a write leaves half a line, here with half a character.
        var half = Arrays.copyOf("{\"fact\":\"MessageRead\",\"person\":\"水".getBytes(StandardCharsets.UTF_8), 34);
        Files.write(data.resolve("journal.jsonl"), half, StandardOpenOption.APPEND);
        for (int restarts = 0; restarts < 2; restarts++) {
            try (var town = new SimulatorFixture(data)) {
                var contacts = town.contacts();
                assertThat(contacts.listExternalContacts("lin")).containsExactly("wm0", "wm1");
                assertThat(results(contacts, sent, "lin", 1))
                        .allMatch(result -> result.getStatus() == 1)
                        .hasSize(2);
                assertThat(town.truth("delivered")).isEqualTo(3 + restarts);
                assertThat(town.truth("read")).isEqualTo(1);
                assertThat(town.truth("orderMeanMinor")).isEqualTo(5000);
                if (restarts == 0) {
                    town.confirm("lin", waiting);
                }
            }
        }
    }

    @Test
    void peopleGoOnWithWhatARestartInterrupted() throws Exception {
        try (var shop = new RecordingServer((exchange, asked) -> 200)) {
            try (var town = new SimulatorFixture(data)) {
                town.with(new WorldBuilder()
                        .friends("lin", 20)
                        .shop(shop.url("/v1/track"), "key")
                        .behaviour("confirmRate", 1)
                        .behaviour("readRate", 1)
                        .behaviour("clickRate", 1)
                        .behaviour("buyRate", 1)
                        .behaviour("orderMeanMinor", 1000)
                        .behaviour("actionDelayMs", 3_600_000));
                town.contacts().addMsgTemplate(message(shop.url("/page"), "lin", List.of()));
                eventually(() -> assertThat(town.truth("delivered")).isEqualTo(20));
                town.sim("PATCH", "/sim/behaviour", "{\"actionDelayMs\":0}");
            }
            try (var town = new SimulatorFixture(data)) {
                eventually(() -> assertThat(town.truth("boughtFromClick")).isEqualTo(20));
                eventually(() -> assertThat(shop.at("/v1/track")).hasSize(20));
                assertThat(shop.at("/page")).hasSize(20);
            }
        }
    }

    @Test
    void aNewWorldForgetsTheOldOne() throws Exception {
        try (var town = new SimulatorFixture(data)) {
            town.with(new WorldBuilder().friends("lin", 100));
            town.contacts().addMsgTemplate(message("你好", "lin", List.of("wm0")));
            town.with(new WorldBuilder().friends("lin", 2));
            assertThat(Files.readAllLines(data.resolve("journal.jsonl"))).hasSize(1);
        }
        try (var town = new SimulatorFixture(data)) {
            assertThat(town.contacts().listExternalContacts("lin")).hasSize(2);
            assertThat(town.sim("GET", "/sim/guides/lin").path("tasks")).isEmpty();
        }
    }
}
