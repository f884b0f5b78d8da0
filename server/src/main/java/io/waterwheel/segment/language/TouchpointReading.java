package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;

/// How it stands with a touchpoint, in words.
final class TouchpointReading {

    private TouchpointReading() {}

    static Text of(TouchpointCondition asked) {
        return asked.guides() == null ? any(asked) : friends(asked);
    }

    private static Text any(TouchpointCondition asked) {
        String zh = asked.channel().label().zh();
        String en = asked.channel().label().en();
        return switch (asked.state()) {
            case HAS -> new Text("有" + zh + "触点", "has a touchpoint by " + en);
            case REACHABLE -> new Text(zh + "可触达", "reachable by " + en);
            case UNSUBSCRIBED -> new Text("退订了" + zh + "营销", "unsubscribed from marketing by " + en);
            case LOST -> new Text(zh + "触点已失效", "touchpoint by " + en + " lost");
        };
    }

    private static Text friends(TouchpointCondition asked) {
        Text guides = Reading.values(asked.friendsOf());
        boolean several = asked.friendsOf().size() > 1;
        String zh = "导购" + guides.zh() + (several ? "之一" : "");
        String en = (several ? "one of the guides " : "the guide ") + guides.en();
        return switch (asked.state()) {
            case HAS -> new Text("现在或曾经是" + zh + "的好友", "is or was a friend of " + en);
            case REACHABLE -> new Text("是" + zh + "的好友且可触达", "friend of " + en + " and reachable");
            case LOST -> new Text("曾经是" + zh + "的好友，现在不是", "was a friend of " + en + ", and is no more");
            case UNSUBSCRIBED -> throw new IllegalArgumentException("consent has no guides");
        };
    }
}
