package io.waterwheel.simulator;

import static io.waterwheel.simulator.GroupTests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import me.chanjar.weixin.cp.bean.external.WxCpAddMomentTask;
import me.chanjar.weixin.cp.bean.external.moment.ExternalContactList;
import me.chanjar.weixin.cp.bean.external.moment.SenderList;
import me.chanjar.weixin.cp.bean.external.moment.VisibleRange;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MomentTests {
    private final SimulatorFixture town = new SimulatorFixture();

    @AfterEach
    void end() {
        town.close();
    }

    @Test
    void aMomentIsMadeByAJobAndPublishedByEachGuide() throws Exception {
        town.with(new WorldBuilder().friends("lin", 3).friends("zhao", 1));
        var contacts = town.contacts();
        var jobid = contacts.addMomentTask(moment("春茶上市", List.of("lin", "zhao", "gone"), List.of("no-such-tag")))
                .getJobId();
        var result = contacts.getMomentTaskResult(jobid);
        assertThat(result.getStatus()).isEqualTo(3);
        var momentId = result.getResult().getMomentId();
        assertThat(result.getResult().getInvalidSenderList().getUserList()).containsExactly("gone");
        assertThat(result.getResult().getInvalidExternalContactList().getTagList())
                .containsExactly("no-such-tag");

        town.sim("POST", "/sim/guides/lin/moments/" + momentId + "/publish");
        assertThat(contacts.getMomentTask(momentId, "", 100).getTaskList())
                .extracting(task -> task.getUserId() + " " + task.getPublishStatus())
                .containsExactly("lin 1", "zhao 0");
        assertThat(town.sim("GET", "/sim/record?channel=moment")).hasSize(3);
        long now = Instant.now().getEpochSecond();
        assertThat(contacts.getMomentList(now - 600, now + 600, null, 0, "", 10).getMomentList())
                .singleElement()
                .satisfies(listed -> assertThat(listed.getText().getContent()).isEqualTo("春茶上市"));

        contacts.cancelMomentTask(momentId);
        assertThat(town.call("POST", "/sim/guides/zhao/moments/" + momentId + "/publish", "")
                        .statusCode())
                .isEqualTo(409);
        town.moveClock(Duration.ofHours(25));
        refused(40058, () -> contacts.getMomentTaskResult(jobid));
    }

    @Test
    void aCustomerSeesFourAMonthAndTheCorpMakesTenAMinute() throws Exception {
        town.with(new WorldBuilder().friends("lin", 1));
        var contacts = town.contacts();
        for (int i = 0; i < 10; i++) {
            var jobid = contacts.addMomentTask(moment("第" + i, List.of("lin"), List.of()))
                    .getJobId();
            var momentId = contacts.getMomentTaskResult(jobid).getResult().getMomentId();
            town.sim("POST", "/sim/guides/lin/moments/" + momentId + "/publish");
        }
        assertThat(town.sim("GET", "/sim/record?channel=moment")).hasSize(4);
        refused(45009, () -> contacts.addMomentTask(moment("再来", List.of("lin"), List.of())));
        town.moveClock(Duration.ofMinutes(2));
        contacts.addMomentTask(moment("再来", List.of("lin"), List.of()));
    }

    @Test
    void whatWeComWouldNotTakeIsRefused() throws Exception {
        town.with(new WorldBuilder().friends("lin", 1));
        var contacts = town.contacts();
        refused(40063, () -> contacts.addMomentTask(moment("", List.of("lin"), List.of())));
        refused(45002, () -> contacts.addMomentTask(moment("水".repeat(2_001), List.of("lin"), List.of())));
    }

    private static WxCpAddMomentTask moment(String words, List<String> guides, List<String> tags) {
        var text = new Text();
        text.setContent(words);
        var senders = new SenderList();
        senders.setUserList(guides);
        var customers = new ExternalContactList();
        customers.setTagList(tags);
        var range = new VisibleRange();
        range.setSenderList(senders);
        range.setExternalContactList(customers);
        return WxCpAddMomentTask.builder().visibleRange(range).text(text).build();
    }
}
