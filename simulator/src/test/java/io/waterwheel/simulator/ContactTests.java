package io.waterwheel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.WxCpDepart;
import me.chanjar.weixin.cp.bean.WxCpUser;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalTagGroupInfo;
import me.chanjar.weixin.cp.bean.external.contact.WxCpExternalContactBatchInfo.ExternalContactInfo;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContactTests {
    private final SimulatorFixture town = new SimulatorFixture();

    @AfterEach
    void end() {
        town.close();
    }

    @Test
    void departmentsAndTheirMembersAreListed() throws Exception {
        town.with(new WorldBuilder());
        var wecom = town.wecom();
        assertThat(wecom.getDepartmentService().list(null))
                .extracting(WxCpDepart::getName)
                .containsExactly("总部", "一店", "二店");
        assertThat(wecom.getDepartmentService().list(3L)).hasSize(1);
        assertThat(wecom.getUserService().listByDepartment(1L, true, null))
                .extracting(WxCpUser::getUserId)
                .containsExactly("lin", "zhao", "idle");
        assertThat(wecom.getUserService().listByDepartment(1L, false, null)).isEmpty();
        assertThat(wecom.getUserService().getById("zhao").getDepartIds()).containsExactly(3L);
        refused(60111, () -> wecom.getUserService().getById("nobody"));
        refused(60123, () -> wecom.getUserService().listByDepartment(99L, true, null));
    }

    @Test
    void aGuidesCustomersAreListedAndAGuideWithoutAnyIs84061() throws Exception {
        town.with(new WorldBuilder().friends("lin", 2).friends("zhao", 1));
        var contacts = town.contacts();
        assertThat(contacts.listFollowers()).containsExactly("lin", "zhao", "idle");
        assertThat(contacts.listExternalContacts("lin")).containsExactly("wm0", "wm1");
        assertThat(contacts.listExternalContacts("idle")).isEmpty();
        var customer = contacts.getContactDetail("wm2", null);
        assertThat(customer.getExternalContact().getName()).isEqualTo("客户2");
        assertThat(customer.getExternalContact().getUnionId()).isEqualTo("union2");
        assertThat(customer.getFollowedUsers().getFirst().getUserId()).isEqualTo("zhao");
        refused(84061, () -> contacts.getContactDetailBatch(new String[] {"idle"}, "", 100));
        refused(40096, () -> contacts.getContactDetail("nobody", null));
    }

    @Test
    void twentyThousandPeopleAreTakenAtOnceAndPagedThrough() throws Exception {
        var world = new WorldBuilder().friends("lin", 12_000).friends("zhao", 8_001);
        long before = System.nanoTime();
        town.with(world);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));

        var contacts = town.contacts();
        var seen = new ArrayList<ExternalContactInfo>();
        var cursor = "";
        do {
            var page = contacts.getContactDetailBatch(new String[] {"lin", "zhao"}, cursor, 100);
            assertThat(page.getExternalContactList()).hasSizeLessThanOrEqualTo(100);
            seen.addAll(page.getExternalContactList());
            cursor = Objects.requireNonNullElse(page.getNextCursor(), "");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(20_001);
        assertThat(new HashSet<>(seen.stream()
                        .map(info -> info.getExternalContact().getExternalUserId())
                        .toList()))
                .hasSize(20_001);
        assertThat(seen.getLast().getFollowInfo().getUserId()).isEqualTo("zhao");
        refused(40058, () -> contacts.getContactDetailBatch(new String[] {"lin"}, "", 101));
        refused(40058, () -> contacts.getContactDetailBatch(new String[] {"lin"}, "nonsense", 100));
    }

    @Test
    void corpTagsAreMadeAndPutOnCustomersAndTakenOff() throws Exception {
        town.with(new WorldBuilder().friends("lin", 1));
        var contacts = town.contacts();
        var group = new WxCpUserExternalTagGroupInfo.TagGroup();
        group.setGroupName("偏好");
        var tag = new WxCpUserExternalTagGroupInfo.Tag();
        tag.setName("咖啡");
        group.setTag(List.of(tag));
        var request = new WxCpUserExternalTagGroupInfo();
        request.setTagGroup(group);
        contacts.addCorpTag(request);

        var listed = contacts.getCorpTagList(new String[0]).getTagGroupList().getFirst();
        var id = listed.getTag().getFirst().getId();
        assertThat(listed.getGroupName()).isEqualTo("偏好");
        contacts.markTag("lin", "wm0", new String[] {id}, new String[0]);
        assertThat(contacts.getContactDetail("wm0", null)
                        .getFollowedUsers()
                        .getFirst()
                        .getTags()[0]
                        .getTagName())
                .isEqualTo("咖啡");
        assertThat(contacts.getContactDetailBatch(new String[] {"lin"}, "", 100)
                        .getExternalContactList()
                        .getFirst()
                        .getFollowInfo()
                        .getTagIds())
                .containsExactly(id);
        contacts.editCorpTag(id, "手冲咖啡", 1);
        contacts.markTag("lin", "wm0", new String[0], new String[] {id});
        assertThat(contacts.getContactDetail("wm0", null)
                        .getFollowedUsers()
                        .getFirst()
                        .getTags())
                .isEmpty();
        refused(40068, () -> contacts.markTag("lin", "wm0", new String[] {"no-such-tag"}, new String[0]));
        refused(84061, () -> contacts.markTag("zhao", "wm0", new String[] {id}, new String[0]));
        contacts.delCorpTag(new String[] {id}, new String[0]);
        assertThat(contacts.getCorpTagList(new String[0]).getTagGroupList()).isEmpty();
    }

    @Test
    void anApplicationMessageReachesGuidesAndNamesThoseItCannotReach() throws Exception {
        town.with(new WorldBuilder());
        var wecom = town.wecom();
        var sent = wecom.getMessageService()
                .send(WxCpMessage.TEXT()
                        .toUser("lin|ghost")
                        .content("有 3 个群发待确认")
                        .build());
        assertThat(sent.getInvalidUserList()).containsExactly("ghost");
        assertThat(sent.getMsgId()).isNotEmpty();
        assertThat(town.sim("GET", "/sim/guides/lin")
                        .path("notices")
                        .get(0)
                        .path("text")
                        .asString())
                .isEqualTo("有 3 个群发待确认");
        refused(
                81013,
                () -> wecom.getMessageService()
                        .send(WxCpMessage.TEXT().toUser("ghost").content("hi").build()));
    }

    static void refused(int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WxErrorException.class,
                        e -> assertThat(e.getError().getErrorCode()).isEqualTo(code));
    }
}
