package io.waterwheel.wecom.group;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.account.WecomCalls;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatInfo;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatList;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalGroupChatList.ChatStatus;
import org.springframework.stereotype.Component;

/// Reads groups from WeCom (doc path/92120, path/92122).
@Component
public class GroupReader {

    private static final int PAGE = 1_000;
    private static final int ALL = 0;
    private static final int WITH_NAMES = 1;
    private static final int OWNER_LEFT = 1;

    /// Dismissed, or never there.
    private static final List<Integer> GONE = List.of(49008, 40050, 86003);

    private final WecomCalls calls;
    private final Groups groups;
    private final InstantSource clock;

    GroupReader(WecomCalls calls, Groups groups, InstantSource clock) {
        this.calls = calls;
        this.groups = groups;
        this.clock = clock;
    }

    /// @param cursor empty for the first page
    WxCpUserExternalGroupChatList page(Brand brand, String cursor) {
        return calls.ask(
                brand, wecom -> wecom.getExternalContactService().listGroupChat(PAGE, cursor, ALL, new String[0]));
    }

    /// @throws Problem when WeCom does not answer
    void read(Brand brand, ChatStatus chat) {
        read(brand, chat.getChatId(), chat.getStatus() == OWNER_LEFT);
    }

    /// One that changed. Who its owner is tells whether the one before has left.
    ///
    /// @throws Problem when WeCom does not answer
    public void read(Brand brand, String chat) {
        read(brand, chat, false);
    }

    private void read(Brand brand, String chat, boolean ownerLeft) {
        Instant asOf = clock.instant();
        try {
            WxCpUserExternalGroupChatInfo info = calls.tryAsk(
                    brand, wecom -> wecom.getExternalContactService().getGroupChat(chat, WITH_NAMES));
            groups.seen(brand, Objects.requireNonNull(info.getGroupChat()), ownerLeft, asOf);
        } catch (WecomCalls.Failed failed) {
            if (!GONE.contains(failed.failure().errcode())) {
                throw failed.failure().problem();
            }
            groups.ended(brand, chat);
        }
    }
}
