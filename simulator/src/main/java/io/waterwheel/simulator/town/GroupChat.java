package io.waterwheel.simulator.town;

import java.util.List;

/// A customer group (客户群).
///
/// @param owner   the guide who may send to it, by userid
/// @param members as WeCom lists them, the owner among them
public record GroupChat(String chatId, String name, String owner, long createTime, List<Member> members) {

    /// How a member of the corp and a customer are told apart.
    public static final int GUIDE = 1;

    public static final int CUSTOMER = 2;

    public GroupChat {
        members = List.copyOf(members);
    }

    /// @param userid a guide's userid or a customer's external_userid
    public record Member(String userid, int type, long joinTime, int joinScene) {}

    /// The external_userids of those who are customers.
    public List<String> customers() {
        return members.stream()
                .filter(member -> member.type() == CUSTOMER)
                .map(Member::userid)
                .toList();
    }
}
