package io.waterwheel.wecom.group;

import io.waterwheel.kernel.Text;
import org.jspecify.annotations.Nullable;

/// Why a group did not get a message, in words.
final class GroupReasons {

    private GroupReasons() {}

    static Text of(@Nullable String reason) {
        return switch (String.valueOf(reason)) {
            case "owner-left" -> new Text("群主已离职，请先把群转给在职导购", "the owner has left; hand the group to another guide");
            case "not-there" -> new Text("群已解散，或群主已不是这位导购", "the group is gone, or has another owner");
            case "refused" -> new Text("企业微信没有接受这个群", "WeCom did not take this group");
            case "limit-reached" ->
                new Text("这个群本月收到的群发已达上限", "the group has had as many mass messages as a month allows");
            case "declined" -> new Text("群主选择不发", "the owner did not want to post it");
            case "not-confirmed" -> new Text("群主没有在期限内确认", "the owner did not confirm in time");
            case "not-written" -> new Text("群主没有在期限内发送", "the owner did not post it in time");
            default -> new Text("企业微信拒绝：" + reason, "refused by WeCom: " + reason);
        };
    }
}
