package io.waterwheel.loyalty.points.report;

import io.waterwheel.kernel.Text;
import io.waterwheel.loyalty.points.Side;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words of bookings that moved the points of several who share an account.
final class SharedWords {

    private static final Text NOTHING = new Text("", "");

    private SharedWords() {}

    /// What another did with somebody's points: who and how many, and nothing of what for.
    ///
    /// @param moved of whose statement it is
    static Text byAnother(@Nullable String name, Map<Side, Long> moved) {
        long frozen = moved.getOrDefault(Side.FROZEN, 0L);
        long all = EntryMove.all(moved);
        String zh = name == null ? "共享账户成员" : name;
        String en = name == null ? "Somebody of your shared account" : name;
        if (all < 0) {
            return new Text(zh + "的兑换用了您的 " + -all + " 分", en + " spent " + -all + " of your points");
        }
        if (all > 0) {
            return new Text(zh + "退回了您的 " + all + " 分", en + " gave back " + all + " of your points");
        }
        return frozen > 0
                ? new Text(zh + "的兑换冻结了您的 " + frozen + " 分", en + " reserved " + frozen + " of your points")
                : new Text(zh + "的兑换没有用您的 " + -frozen + " 分", en + " did not use " + -frozen + " of your points");
    }

    /// How many of the points of somebody's own booking are others'; whose they are is not said.
    static Text besides(EntryMove move) {
        if (move.others().isEmpty()) {
            return NOTHING;
        }
        Map<Side, Long> others = move.ofOthers();
        long part = EntryMove.points(others);
        long whole = EntryMove.points(move.own()) + part;
        long came = EntryMove.all(others);
        boolean back = came > 0 || (came == 0 && others.getOrDefault(Side.FROZEN, 0L) < 0);
        return back
                ? new Text(
                        "（共 " + whole + " 分，其中 " + part + " 分退还共享账户的其他成员）",
                        " (" + whole + " in all, " + part + " of them back to others of the shared account)")
                : new Text(
                        "（共 " + whole + " 分，其中 " + part + " 分来自共享账户的其他成员）",
                        " (" + whole + " in all, " + part + " of them from others of the shared account)");
    }
}
