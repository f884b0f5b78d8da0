package io.waterwheel.loyalty.web;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.language.WellFormed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who is to be a member.
///
/// @param names   what names them: phone, e-mail, WeChat ids …; 1 to 10, all of one person
/// @param channel by which they come, such as `mini_program`; a till's own is known
record NewMember(@Nullable List<MemberName> names, @Nullable String channel) {

    private static final int MOST = 10;
    private static final int LONGEST = 200;

    record MemberName(
            @Nullable IdentifierKind kind, @Nullable String value) {}

    /// @throws Problem `invalid`, with every place that is wrong
    List<Identifier> identifiers() {
        List<MemberName> given = names == null ? List.of() : names;
        if (given.isEmpty() || given.size() > MOST) {
            throw new Problem(KernelProblem.INVALID).outside("/names", "count", 1, MOST);
        }
        Problem problem = new Problem(KernelProblem.INVALID);
        List<Identifier> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Identifier identifier = identifier(given.get(i));
            if (identifier == null) {
                problem.at("/names/" + i, "unreadable", new Text("不是可用的标识", "names nobody"));
            } else {
                read.add(identifier);
            }
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
        return read;
    }

    /// A browser is nobody's name.
    private static @Nullable Identifier identifier(MemberName name) {
        IdentifierKind kind = name.kind();
        String value = name.value();
        if (kind == null
                || kind == IdentifierKind.ANONYMOUS_ID
                || value == null
                || value.length() > LONGEST
                || !WellFormed.is(value)) {
            return null;
        }
        try {
            return new Identifier(kind, value);
        } catch (IllegalArgumentException empty) {
            return null;
        }
    }

    /// @throws Problem `invalid`
    String from() {
        String from = channel == null ? "" : channel.strip();
        if (!from.matches("[a-z][a-z0-9_-]{0,39}")) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/channel", "name", new Text("渠道写作小写字母开头的代码", "a code in small letters"));
        }
        return from;
    }
}
