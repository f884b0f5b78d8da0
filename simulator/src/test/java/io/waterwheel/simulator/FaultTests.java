package io.waterwheel.simulator;

import static io.waterwheel.simulator.ContactTests.refused;
import static io.waterwheel.simulator.MassSendTests.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultTests {
    private final SimulatorFixture town = new SimulatorFixture();

    @BeforeEach
    void live() {
        town.with(new WorldBuilder().friends("lin", 1000));
    }

    @AfterEach
    void end() {
        town.close();
    }

    @Test
    void systemBusyIsRetriedByTheClient() throws Exception {
        town.fault("{\"path\":\"externalcontact/list\",\"kind\":\"errcode\",\"errcode\":-1,\"times\":2}");
        assertThat(town.contacts().listExternalContacts("lin")).hasSize(1000);
        assertThat(town.sim("GET", "/sim/faults")).isEmpty();
    }

    @Test
    void aFrequencyLimitHoldsUntilItRecovers() throws Exception {
        var contacts = town.contacts();
        town.fault("{\"path\":\"externalcontact/list\",\"kind\":\"errcode\",\"errcode\":45009,\"millis\":60000}");
        refused(45009, () -> contacts.listExternalContacts("lin"));
        assertThat(contacts.listFollowers()).isNotEmpty();
        town.moveClock(Duration.ofMinutes(1));
        assertThat(contacts.listExternalContacts("lin")).hasSize(1000);
        town.fault("{\"path\":\"*\",\"kind\":\"errcode\",\"errcode\":60020}");
        refused(60020, () -> contacts.listExternalContacts("lin"));
        town.sim("DELETE", "/sim/faults");
        assertThat(contacts.listExternalContacts("lin")).hasSize(1000);
    }

    @Test
    void aSlowAnswerComesInTheEnd() throws Exception {
        town.fault("{\"path\":\"externalcontact/list\",\"kind\":\"slow\",\"millis\":300,\"times\":1}");
        long before = System.nanoTime();
        assertThat(town.contacts().listExternalContacts("lin")).hasSize(1000);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void aConnectionDroppedBeforeTheWorkLeavesNothingDone() throws Exception {
        var contacts = town.contacts();
        contacts.listFollowers();
        town.fault("{\"path\":\"add_msg_template\",\"kind\":\"drop-before\",\"times\":1}");
        assertThatThrownBy(() -> contacts.addMsgTemplate(message("你好", "lin", List.of("wm0"))))
                .hasMessageContaining("failed to respond");
        assertThat(tasks()).isZero();
    }

    @Test
    void aConnectionDroppedAfterTheWorkLeavesItDone() throws Exception {
        var contacts = town.contacts();
        contacts.listFollowers();
        town.fault("{\"path\":\"add_msg_template\",\"kind\":\"drop-after-work\",\"times\":1}");
        assertThatThrownBy(() -> contacts.addMsgTemplate(message("你好", "lin", List.of("wm0"))))
                .hasMessageContaining("failed to respond");
        assertThat(tasks()).isEqualTo(1);
    }

    @Test
    void partOfABatchComesBackRefused() throws Exception {
        town.fault("{\"path\":\"add_msg_template\",\"kind\":\"fail-list\",\"times\":1}");
        var all = IntStream.range(0, 1000).mapToObj(i -> "wm" + i).toList();
        var contacts = town.contacts();
        assertThat(contacts.addMsgTemplate(message("你好", "lin", all)).getFailList())
                .hasSizeBetween(400, 600);
        assertThat(contacts.addMsgTemplate(message("你好", "lin", all)).getFailList())
                .isEmpty();
    }

    @Test
    void aShareOfTheCallsMeetsTheFault() throws Exception {
        var contacts = town.contacts();
        town.fault("{\"path\":\"get_follow_user_list\",\"kind\":\"errcode\",\"errcode\":45033,\"share\":0.5}");
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            refused += town.call("GET", "/cgi-bin/externalcontact/get_follow_user_list", "")
                            .body()
                            .contains("45033")
                    ? 1
                    : 0;
        }
        assertThat(refused).isBetween(30, 70);
        assertThat(contacts.listExternalContacts("lin")).hasSize(1000);
    }

    private int tasks() {
        return town.sim("GET", "/sim/guides/lin").path("tasks").size();
    }
}
